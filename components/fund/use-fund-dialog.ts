"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { toast } from "sonner";

/** A dialog that closes once its form went well, says so and shows the page as it is now. */
export function useFundDialog(done: string) {
	const router = useRouter();
	const [open, setOpen] = useState(false);
	return {
		open,
		setOpen,
		finish: () => {
			toast.success(done);
			setOpen(false);
			router.refresh();
		},
	};
}
