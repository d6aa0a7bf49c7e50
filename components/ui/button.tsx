import type { VariantProps } from "class-variance-authority";
import * as Slot from "radix-ui/slot";
import type { ComponentProps } from "react";
import { buttonVariants } from "./button-variants";
import { cn } from "./cn";
import { Spinner } from "./spinner";

export type ButtonProps = ComponentProps<"button"> &
	VariantProps<typeof buttonVariants> & {
		/** Renders the single child (a link) with the look of a button. */
		asChild?: boolean;
		/** Shows that the work is under way and refuses a second press. */
		pending?: boolean;
	};

export function Button({
	variant,
	size,
	asChild,
	pending,
	className,
	children,
	disabled,
	...props
}: ButtonProps) {
	const classes = cn(buttonVariants({ variant, size }), className);
	if (asChild) {
		return (
			<Slot.Root className={classes} {...props}>
				{children}
			</Slot.Root>
		);
	}
	return (
		<button
			type="button"
			className={classes}
			disabled={disabled || pending}
			aria-busy={pending || undefined}
			{...props}
		>
			{pending && <Spinner />}
			{children}
		</button>
	);
}
