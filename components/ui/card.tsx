import type { ComponentProps, ReactNode } from "react";
import { cn } from "./cn";

export function Card({ className, ...props }: ComponentProps<"section">) {
	return <section className={cn("min-w-0 rounded-lg border bg-surface", className)} {...props} />;
}

export type CardHeaderProps = {
	title: ReactNode;
	description?: ReactNode;
	/** Buttons or a link at the right end. */
	actions?: ReactNode;
	/** The heading's level in the page. */
	as?: "h2" | "h3" | "h4";
	className?: string;
};

export function CardHeader({ title, description, actions, as: Heading = "h2", className }: CardHeaderProps) {
	return (
		<header
			className={cn("flex flex-wrap items-start justify-between gap-x-4 gap-y-2 px-5 pt-4 pb-3", className)}
		>
			<div className="min-w-0">
				<Heading className="font-semibold text-base text-ink">{title}</Heading>
				{description && <p className="mt-0.5 text-ink-faint text-xs">{description}</p>}
			</div>
			{actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
		</header>
	);
}

export function CardBody({ className, ...props }: ComponentProps<"div">) {
	return <div className={cn("px-5 pb-5", className)} {...props} />;
}

export function CardFooter({ className, ...props }: ComponentProps<"footer">) {
	return (
		<footer
			className={cn("flex flex-wrap items-center justify-between gap-3 border-t px-5 py-3", className)}
			{...props}
		/>
	);
}
