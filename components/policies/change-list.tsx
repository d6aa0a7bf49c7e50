"use client";

import { useTranslations } from "use-intl";
import { Badge } from "@/components/ui/badge";
import { Card, CardBody, CardHeader } from "@/components/ui/card";

const tones = { stricter: "warning", easier: "info", other: "neutral" } as const;

/** One change of a policy in words, and whether it asks for more or for less. */
export type SpokenChange = { words: string; direction: keyof typeof tones };

/** What changes between two versions. */
export function ChangeList({ changes }: { changes: readonly SpokenChange[] }) {
	const t = useTranslations("policies");
	return (
		<ul className="divide-y divide-line">
			{changes.map(({ words, direction }) => (
				<li key={words} className="flex items-start justify-between gap-3 py-2.5 text-sm">
					<span className="wrap-anywhere min-w-0 text-ink">{words}</span>
					<Badge tone={tones[direction]}>{t(`direction.${direction}`)}</Badge>
				</li>
			))}
		</ul>
	);
}

type ChangesCardProps = {
	/** The version it is compared with. */
	version: number;
	/** Without a complete form there is nothing to compare. */
	isComplete: boolean;
	hasChanges: boolean;
	children: React.ReactNode;
};

/** What a draft changes, beside its form. */
export function ChangesCard({ version, isComplete, hasChanges, children }: ChangesCardProps) {
	const t = useTranslations("policies");
	return (
		<Card>
			<CardHeader title={t("draft.changes")} description={t("draft.comparedTo", { version })} />
			<CardBody>
				{hasChanges ? (
					children
				) : (
					<p className="text-ink-soft text-sm">
						{t(isComplete ? "draft.noChanges" : "draft.noChangesIncomplete")}
					</p>
				)}
			</CardBody>
		</Card>
	);
}
