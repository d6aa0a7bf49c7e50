"use client";

import { Check } from "lucide-react";
import * as MenuPrimitive from "radix-ui/dropdown-menu";
import type { ComponentProps } from "react";
import { cn } from "./cn";
import type { Face } from "./on-demand";
import { floatingClasses, menuItemClasses } from "./overlay";
import { Spinner } from "./spinner";

export const DropdownMenu = MenuPrimitive.Root;
export const DropdownMenuTrigger = MenuPrimitive.Trigger;
export const DropdownMenuRadioGroup = MenuPrimitive.RadioGroup;

/** The trigger of a menu that came on demand. */
export function DropdownMenuFace({ label, className, children, isBusy }: Face & { isBusy?: boolean }) {
	return (
		<MenuPrimitive.Trigger aria-label={label} aria-busy={isBusy} className={className}>
			{isBusy ? <Spinner className="mx-auto" /> : children}
		</MenuPrimitive.Trigger>
	);
}

export function DropdownMenuContent({ className, ...props }: ComponentProps<typeof MenuPrimitive.Content>) {
	return (
		<MenuPrimitive.Portal>
			<MenuPrimitive.Content
				sideOffset={6}
				collisionPadding={8}
				className={cn(
					floatingClasses,
					"max-h-(--radix-dropdown-menu-content-available-height) min-w-44 max-w-[min(22rem,92vw)] overflow-y-auto p-1",
					className,
				)}
				{...props}
			/>
		</MenuPrimitive.Portal>
	);
}

export function DropdownMenuItem({ className, ...props }: ComponentProps<typeof MenuPrimitive.Item>) {
	return <MenuPrimitive.Item className={cn(menuItemClasses, className)} {...props} />;
}

export function DropdownMenuRadioItem({
	className,
	children,
	...props
}: ComponentProps<typeof MenuPrimitive.RadioItem>) {
	return (
		<MenuPrimitive.RadioItem className={cn(menuItemClasses, className)} {...props}>
			<span className="flex min-w-0 grow items-center gap-2.5">{children}</span>
			<MenuPrimitive.ItemIndicator>
				<Check aria-hidden="true" />
			</MenuPrimitive.ItemIndicator>
		</MenuPrimitive.RadioItem>
	);
}

export function DropdownMenuLabel({ className, ...props }: ComponentProps<typeof MenuPrimitive.Label>) {
	return <MenuPrimitive.Label className={cn("px-2.5 py-1.5 text-ink-faint text-xs", className)} {...props} />;
}

export function DropdownMenuSeparator() {
	return <MenuPrimitive.Separator className="-mx-1 my-1 h-px bg-line" />;
}
