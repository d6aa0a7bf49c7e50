import Link from "next/link";
import type { ReactNode } from "react";
import { tabClasses } from "./tab-classes";
import { TabStrip } from "./tab-strip";

export type LinkTab = { href: string; label: ReactNode; count?: string; isCurrent: boolean };

/** Tabs that are addresses: the chosen one is in the URL and the server renders its content. */
export function LinkTabs({ tabs, label }: { tabs: readonly LinkTab[]; label: string }) {
	return (
		<TabStrip label={label} current={tabs.find((tab) => tab.isCurrent)?.href}>
			{tabs.map((tab) => (
				<Link
					key={tab.href}
					href={tab.href}
					aria-current={tab.isCurrent ? "page" : undefined}
					data-state={tab.isCurrent ? "active" : undefined}
					className={tabClasses}
				>
					{tab.label}
					{tab.count !== undefined && (
						<span className="figure rounded-full bg-sunken px-1.5 text-2xs text-ink-soft">{tab.count}</span>
					)}
				</Link>
			))}
		</TabStrip>
	);
}
