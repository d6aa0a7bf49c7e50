import { cn } from "./cn";

/** Holds the place of content that is coming; give it the content's size. */
export function Skeleton({ className }: { className?: string }) {
	return <div aria-hidden="true" className={cn("animate-shimmer rounded-md bg-sunken", className)} />;
}
