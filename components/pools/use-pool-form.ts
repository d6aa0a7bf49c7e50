"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { toast } from "sonner";

/** A dialog that closes once its form went well, says so and shows the page as it is now. */
export function usePoolDialog(done: string) {
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

/** One mark for what is about to be sent: sent twice, it has one effect. */
export function newKey(): string {
	return Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) =>
		byte.toString(16).padStart(2, "0"),
	).join("");
}
