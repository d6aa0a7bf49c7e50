"use client";

import { useRouter } from "next/navigation";
import { startTransition, useState } from "react";
import { toast } from "@/components/ui/toast";

/**
 * A dialog that says so once its form went well, and closes when the page shows what came of it: whoever opens the next
 * one finds the present state in it.
 */
export function useClosingDialog(done: string) {
	const router = useRouter();
	const [open, setOpen] = useState(false);
	return {
		open,
		setOpen,
		finish: () => {
			toast.success(done);
			startTransition(() => {
				setOpen(false);
				router.refresh();
			});
		},
	};
}
