import { cva, type VariantProps } from "class-variance-authority";
import * as Slot from "radix-ui/slot";
import type { ComponentProps } from "react";
import { cn } from "./cn";
import { Spinner } from "./spinner";

export const buttonVariants = cva("button", {
	variants: {
		variant: {
			primary: "bg-brand text-on-brand shadow-xs hover:bg-brand-hover",
			secondary:
				"border border-line-strong/50 bg-surface text-ink shadow-xs hover:border-line-strong hover:bg-sunken",
			soft: "bg-brand-soft text-brand-ink hover:bg-brand-soft/70",
			ghost: "text-ink-soft hover:bg-sunken hover:text-ink",
			danger: "bg-danger text-on-danger shadow-xs hover:bg-danger-hover",
			"danger-ghost": "text-danger-ink hover:bg-danger-soft",
			spark: "sail bg-spark text-on-spark hover:brightness-105",
			link: "h-auto! px-0! text-brand-ink underline decoration-brand-ink/40 underline-offset-4 hover:decoration-brand-ink",
		},
		size: {
			sm: "h-8 px-3 text-xs",
			md: "h-9 px-4 text-sm",
			lg: "h-12 px-6 text-base",
			icon: "size-9",
			"icon-sm": "size-8",
		},
	},
	defaultVariants: { variant: "primary", size: "md" },
});

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
