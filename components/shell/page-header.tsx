import type { ReactNode } from "react";

export type PageHeaderProps = {
	title: ReactNode;
	description?: ReactNode;
	/** Badges and ids beside the title. */
	meta?: ReactNode;
	/** What can be done here, the weightiest last. */
	actions?: ReactNode;
};

/** The one h1 of a workspace page. */
export function PageHeader({ title, description, meta, actions }: PageHeaderProps) {
	return (
		<header className="mb-6 flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
			<div className="min-w-0">
				<div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
					<h1 className="font-semibold text-2xl text-ink">{title}</h1>
					{meta}
				</div>
				{description && <p className="mt-1 max-w-3xl text-ink-soft text-sm">{description}</p>}
			</div>
			{actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
		</header>
	);
}
