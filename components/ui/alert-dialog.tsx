"use client";

import * as AlertDialogPrimitive from "radix-ui/alert-dialog";
import { type ReactNode, useState, useTransition } from "react";
import { useTranslations } from "use-intl";
import { Button } from "./button";
import { scrimClasses } from "./overlay";

export type ConfirmDialogProps = {
	/** The button that asks; omit it and drive the dialog with `open` and `onOpenChange` instead. */
	trigger?: ReactNode;
	open?: boolean;
	onOpenChange?: (open: boolean) => void;
	title: ReactNode;
	description: ReactNode;
	/** Says what will happen, such as "停用该用户", never just "确定". */
	confirmLabel: string;
	tone?: "primary" | "danger";
	/** The dialog stays open, pending, until this settles. */
	onConfirm: () => Promise<void> | void;
	/** What the decision needs besides a yes, such as a reason. */
	children?: ReactNode;
};

/** Asks before something that cannot be taken back. */
export function ConfirmDialog({
	trigger,
	open,
	onOpenChange,
	tone = "primary",
	...props
}: ConfirmDialogProps) {
	const t = useTranslations("common");
	const [innerOpen, setInnerOpen] = useState(false);
	const [pending, startTransition] = useTransition();
	const isOpen = open ?? innerOpen;
	function changeOpen(next: boolean) {
		if (pending) return;
		setInnerOpen(next);
		onOpenChange?.(next);
	}
	function confirm() {
		startTransition(async () => {
			await props.onConfirm();
			setInnerOpen(false);
			onOpenChange?.(false);
		});
	}
	return (
		<AlertDialogPrimitive.Root open={isOpen} onOpenChange={changeOpen}>
			{trigger && <AlertDialogPrimitive.Trigger asChild>{trigger}</AlertDialogPrimitive.Trigger>}
			<AlertDialogPrimitive.Portal>
				<AlertDialogPrimitive.Overlay className={scrimClasses} />
				<AlertDialogPrimitive.Content className="fixed inset-x-3 bottom-3 z-50 mx-auto animate-enter rounded-xl border bg-raised p-5 shadow-lg outline-none sm:top-[20vh] sm:bottom-auto sm:max-w-md">
					<AlertDialogPrimitive.Title className="font-semibold text-base">
						{props.title}
					</AlertDialogPrimitive.Title>
					<AlertDialogPrimitive.Description asChild>
						<div className="mt-2 text-ink-soft text-sm">{props.description}</div>
					</AlertDialogPrimitive.Description>
					{props.children && <div className="mt-4">{props.children}</div>}
					<div className="mt-5 flex flex-wrap justify-end gap-2">
						<AlertDialogPrimitive.Cancel asChild>
							<Button variant="secondary" disabled={pending}>
								{t("actions.cancel")}
							</Button>
						</AlertDialogPrimitive.Cancel>
						<Button variant={tone} pending={pending} onClick={confirm}>
							{props.confirmLabel}
						</Button>
					</div>
				</AlertDialogPrimitive.Content>
			</AlertDialogPrimitive.Portal>
		</AlertDialogPrimitive.Root>
	);
}
