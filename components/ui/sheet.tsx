"use client";

import { X } from "lucide-react";
import * as DialogPrimitive from "radix-ui/dialog";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { cn } from "./cn";
import type { Face } from "./on-demand";
import { scrimClasses } from "./overlay";

export const Sheet = DialogPrimitive.Root;
export const SheetClose = DialogPrimitive.Close;

/** The trigger of a panel that came on demand. */
export function SheetFace({ label, className, children }: Face) {
	return (
		<DialogPrimitive.Trigger aria-label={label} className={className}>
			{children}
		</DialogPrimitive.Trigger>
	);
}

export type SheetContentProps = {
	title: ReactNode;
	side?: "left" | "right";
	children: ReactNode;
	className?: string;
};

/** A panel that comes in from the side: navigation on a phone, details beside a list. */
export function SheetContent({ title, side = "right", children, className }: SheetContentProps) {
	const t = useTranslations("common");
	return (
		<DialogPrimitive.Portal>
			<DialogPrimitive.Overlay className={scrimClasses} />
			<DialogPrimitive.Content
				aria-describedby={undefined}
				className={cn(
					"fixed inset-y-0 z-50 flex w-[min(88vw,22rem)] flex-col bg-raised shadow-lg outline-none",
					side === "left" ? "left-0 animate-slide-left border-r" : "right-0 animate-slide-right border-l",
					className,
				)}
			>
				<header className="flex h-14 shrink-0 items-center justify-between gap-4 border-b px-4">
					<DialogPrimitive.Title className="min-w-0 truncate font-semibold text-sm">
						{title}
					</DialogPrimitive.Title>
					<DialogPrimitive.Close
						aria-label={t("actions.close")}
						className="rounded-md p-2 text-ink-faint hover:bg-sunken hover:text-ink"
					>
						<X aria-hidden="true" className="size-4" />
					</DialogPrimitive.Close>
				</header>
				<div className="grow overflow-y-auto p-4">{children}</div>
			</DialogPrimitive.Content>
		</DialogPrimitive.Portal>
	);
}
