"use client";

import * as TooltipPrimitive from "radix-ui/tooltip";
import type { ReactNode } from "react";

export type TooltipProps = {
	content: ReactNode;
	/** One element that takes the keyboard focus: a button or a link. */
	children: ReactNode;
	side?: "top" | "right" | "bottom" | "left";
};

/** A short remark on a control. Nothing that exists only here may be needed to use the page. */
export function Tooltip({ content, children, side = "top" }: TooltipProps) {
	return (
		<TooltipPrimitive.Provider delayDuration={250}>
			<TooltipPrimitive.Root>
				<TooltipPrimitive.Trigger asChild>{children}</TooltipPrimitive.Trigger>
				<TooltipPrimitive.Portal>
					<TooltipPrimitive.Content
						side={side}
						sideOffset={6}
						collisionPadding={8}
						className="figure z-50 max-w-72 animate-enter rounded-md bg-night px-2.5 py-1.5 text-on-night text-xs shadow-lg"
					>
						{content}
					</TooltipPrimitive.Content>
				</TooltipPrimitive.Portal>
			</TooltipPrimitive.Root>
		</TooltipPrimitive.Provider>
	);
}
