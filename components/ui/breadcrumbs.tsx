import { ChevronRight } from "lucide-react";
import Link from "next/link";
import { cn } from "./cn";

export type BreadcrumbItem = { label: string; href?: string };

/** The way from the workspace to this page; the last item is the page itself. */
export function Breadcrumbs({
	items,
	label,
	className,
}: {
	items: readonly BreadcrumbItem[];
	label: string;
	className?: string;
}) {
	return (
		<nav aria-label={label} className={cn("min-w-0", className)}>
			<ol className="flex min-w-0 items-center gap-1 text-sm">
				{items.map((item, index) => {
					const isLast = index === items.length - 1;
					return (
						<li
							key={`${item.label}-${item.href ?? index}`}
							className={cn("flex min-w-0 items-center gap-1", !isLast && "hidden shrink-0 sm:flex")}
						>
							{item.href && !isLast ? (
								<Link href={item.href} className="rounded-sm text-ink-faint hover:text-ink">
									{item.label}
								</Link>
							) : (
								<span
									aria-current={isLast ? "page" : undefined}
									className={cn("truncate", isLast ? "font-medium text-ink" : "text-ink-faint")}
								>
									{item.label}
								</span>
							)}
							{!isLast && <ChevronRight aria-hidden="true" className="size-3.5 shrink-0 text-ink-faint" />}
						</li>
					);
				})}
			</ol>
		</nav>
	);
}
