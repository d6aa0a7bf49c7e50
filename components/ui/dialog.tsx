"use client";

import { X } from "lucide-react";
import * as DialogPrimitive from "radix-ui/dialog";
import type { ComponentProps, ReactNode } from "react";
import { useTranslations } from "use-intl";
import { cn } from "./cn";
import { scrimClasses } from "./overlay";

export const Dialog = DialogPrimitive.Root;
export const DialogTrigger = DialogPrimitive.Trigger;
export const DialogClose = DialogPrimitive.Close;

export type DialogContentProps = Omit<ComponentProps<typeof DialogPrimitive.Content>, "title"> & {
	title: ReactNode;
	description?: ReactNode;
	size?: "md" | "lg";
};

export function DialogContent({
	title,
	description,
	size = "md",
	className,
	children,
	...props
}: DialogContentProps) {
	const t = useTranslations("common");
	return (
		<DialogPrimitive.Portal>
			<DialogPrimitive.Overlay className={scrimClasses} />
			<DialogPrimitive.Content
				{...(description ? {} : { "aria-describedby": undefined })}
				className={cn(
					"fixed inset-x-3 bottom-3 z-50 mx-auto flex max-h-[calc(100dvh-1.5rem)] animate-enter flex-col overflow-hidden rounded-xl border bg-raised shadow-lg outline-none sm:top-[12vh] sm:bottom-auto sm:max-h-[76vh]",
					size === "md" ? "sm:max-w-lg" : "sm:max-w-3xl",
					className,
				)}
				{...props}
			>
				<header className="flex items-start gap-4 border-b px-5 py-4">
					<div className="min-w-0 grow">
						<DialogPrimitive.Title className="font-semibold text-base">{title}</DialogPrimitive.Title>
						{description && (
							<DialogPrimitive.Description className="mt-1 text-ink-soft text-sm">
								{description}
							</DialogPrimitive.Description>
						)}
					</div>
					<DialogPrimitive.Close
						aria-label={t("actions.close")}
						className="-mr-1.5 rounded-md p-1.5 text-ink-faint hover:bg-sunken hover:text-ink"
					>
						<X aria-hidden="true" className="size-4" />
					</DialogPrimitive.Close>
				</header>
				<div className="overflow-y-auto px-5 py-4">{children}</div>
			</DialogPrimitive.Content>
		</DialogPrimitive.Portal>
	);
}

/** The buttons at the end of a dialog, inside or outside its form. */
export function DialogActions({ className, ...props }: ComponentProps<"div">) {
	return <div className={cn("mt-5 flex flex-wrap justify-end gap-2", className)} {...props} />;
}
