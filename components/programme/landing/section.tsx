import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";
import { WindBarb, type WindTier } from "@/components/ui/wind-barb";

export type LandingSectionProps = {
	id: string;
	/** The wind picks up from section to section. */
	wind: WindTier;
	eyebrow: string;
	title: string;
	lead: string;
	children: ReactNode;
	className?: string;
};

export function LandingSection({ id, wind, eyebrow, title, lead, children, className }: LandingSectionProps) {
	return (
		<section id={id} aria-labelledby={`${id}-title`} className={cn("px-4 py-16 sm:px-8 sm:py-24", className)}>
			<div className="mx-auto max-w-[76rem]">
				<header className="mb-10 grid gap-x-12 gap-y-3 sm:mb-14 lg:grid-cols-[7fr_6fr] lg:items-end">
					<div>
						<p className="mb-2 flex items-center gap-2 text-brand-ink text-sm">
							<WindBarb tier={wind} className="size-6" />
							{eyebrow}
						</p>
						<h2
							id={`${id}-title`}
							className="font-bold text-3xl text-ink sm:text-[2.625rem] sm:leading-tight"
						>
							{title}
						</h2>
					</div>
					<p className="text-base text-ink-soft">{lead}</p>
				</header>
				{children}
			</div>
		</section>
	);
}
