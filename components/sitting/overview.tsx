"use client";

import { Flag } from "lucide-react";
import { useTranslations } from "use-intl";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { cn } from "@/components/ui/cn";
import type { ShownQuestion } from "@/lib/domains/certification/types/sittings";
import { type Given, isAnswered } from "./use-answers";

type Props = {
	questions: readonly ShownQuestion[];
	given: ReadonlyMap<number, Given>;
	at: number;
	onGo: (index: number) => void;
};

/** All questions at a glance: answered, open, marked to come back to. */
export function Overview({ questions, given, at, onGo }: Props) {
	const t = useTranslations("sitting");
	const answered = questions.filter((one) => isAnswered(one, given.get(one.position)?.answer ?? null)).length;
	return (
		<Card>
			<CardHeader
				title={t("overview.title")}
				description={t("overview.count", { answered, total: questions.length })}
			/>
			<CardBody>
				<ol className="flex flex-wrap gap-1.5">
					{questions.map((question, index) => {
						const own = given.get(question.position);
						const isDone = isAnswered(question, own?.answer ?? null);
						return (
							<li key={question.position}>
								<button
									type="button"
									onClick={() => onGo(index)}
									aria-current={index === at ? "step" : undefined}
									aria-label={t("overview.item", {
										number: index + 1,
										state: isDone ? "answered" : "open",
										flag: own?.isFlagged ? "yes" : "no",
									})}
									className={cn(
										"figure relative grid size-9 place-items-center rounded-md border text-sm hover:border-brand",
										isDone ? "bg-brand-soft font-semibold text-brand-ink" : "bg-surface text-ink-soft",
										index === at && "ring-2 ring-brand",
									)}
								>
									{index + 1}
									{own?.isFlagged && (
										<Flag
											aria-hidden="true"
											className="absolute -top-1.5 -right-1 size-3.5 fill-warning text-warning"
										/>
									)}
								</button>
							</li>
						);
					})}
				</ol>
				<p className="mt-4 text-ink-faint text-xs">{t("overview.keys")}</p>
			</CardBody>
		</Card>
	);
}
