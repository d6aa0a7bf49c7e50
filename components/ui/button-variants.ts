import { cva } from "class-variance-authority";

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
