"use client";

import { useState } from "react";
import { toast } from "sonner";

/** A dialog that closes once its form went well, and says so. */
export function useDialogState(done: string) {
	const [open, setOpen] = useState(false);
	return {
		open,
		setOpen,
		finish: () => {
			toast.success(done);
			setOpen(false);
		},
	};
}
