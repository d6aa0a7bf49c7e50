"use client";

import * as PopoverPrimitive from "radix-ui/popover";
import type { ComponentProps } from "react";
import { cn } from "./cn";
import { floatingClasses } from "./overlay";

export const Popover = PopoverPrimitive.Root;
export const PopoverTrigger = PopoverPrimitive.Trigger;
export const PopoverClose = PopoverPrimitive.Close;

export function PopoverContent({ className, ...props }: ComponentProps<typeof PopoverPrimitive.Content>) {
	return (
		<PopoverPrimitive.Portal>
			<PopoverPrimitive.Content
				sideOffset={6}
				collisionPadding={8}
				className={cn(floatingClasses, "w-80 max-w-[calc(100vw-1rem)] p-4 text-sm", className)}
				{...props}
			/>
		</PopoverPrimitive.Portal>
	);
}
