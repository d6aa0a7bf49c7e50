"use client";

import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { useLocale, useTranslations } from "use-intl";
import { useActionButton } from "@/components/forms/use-action-button";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { markBenefitItem, takeBenefitItem } from "@/lib/domains/benefits/actions";
import type { OwnItem } from "@/lib/domains/benefits/types";

/** What can be taken, what was, and how far one is. */
export function OwnItems({ items, canTake }: { items: readonly OwnItem[]; canTake: boolean }) {
	const t = useTranslations("benefits");
	const done = items.filter(({ doneAt }) => doneAt !== null).length;
	return (
		<div className="space-y-3">
			<p className="figure text-ink-soft text-sm">{t("take.progress", { done, all: items.length })}</p>
			<ul className="divide-y rounded-lg border">
				{items.map((item) => (
					<Item key={item.id} item={item} canTake={canTake} />
				))}
			</ul>
		</div>
	);
}

function Item({ item, canTake }: { item: OwnItem; canTake: boolean }) {
	const t = useTranslations("benefits");
	const locale = useLocale();
	const router = useRouter();
	const run = useActionButton();
	const [pending, start] = useTransition();
	const act = (answer: () => ReturnType<typeof takeBenefitItem>, said: string) =>
		start(async () => {
			if (await run(answer(), said)) router.refresh();
		});
	const title = locale === "en" ? item.titleEn : item.titleZh;
	return (
		<li className="flex flex-wrap items-center gap-3 p-4">
			<Badge>{t(`itemKinds.${item.kind}`)}</Badge>
			<p className="min-w-40 flex-1 font-medium text-sm">{title}</p>
			{item.takenAt === null ? (
				<Button
					size="sm"
					pending={pending}
					disabled={!canTake}
					onClick={() => act(() => takeBenefitItem({ itemId: item.id }), t("take.took"))}
				>
					{t("take.take")}
				</Button>
			) : (
				<div className="flex flex-wrap items-center gap-2">
					{item.doneAt && <Badge tone="success">{t("take.finished")}</Badge>}
					<Button asChild size="sm" variant="secondary">
						<a href={item.url} target="_blank" rel="noreferrer noopener">
							{t("take.open")}
						</a>
					</Button>
					<Button
						size="sm"
						variant="ghost"
						pending={pending}
						onClick={() =>
							act(() => markBenefitItem({ itemId: item.id, isDone: item.doneAt === null }), t("take.saved"))
						}
					>
						{t(item.doneAt ? "take.undo" : "take.done")}
					</Button>
				</div>
			)}
		</li>
	);
}
