"use client";

import { useTranslations } from "use-intl";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { EffectTable } from "./effect-table";
import type { useRehearsal } from "./use-rehearsal";

type RehearsedEffectProps = {
	rehearsal: Pick<ReturnType<typeof useRehearsal>, "effectOf" | "problem" | "pending" | "wasSeen">;
	/** What the form says now. */
	asked: string;
	onLook: () => void;
};

/** A change of the past: first its effect, then the press that makes it. */
export function RehearsedEffect({ rehearsal, asked, onLook }: RehearsedEffectProps) {
	const t = useTranslations("gmv.correct");
	const effect = rehearsal.effectOf(asked);
	if (effect) return <EffectTable effect={effect} />;
	return (
		<div aria-live="polite" className="flex flex-wrap items-center justify-between gap-2">
			{rehearsal.problem ? (
				<Banner tone="danger" role="alert" className="grow">
					{rehearsal.problem}
				</Banner>
			) : (
				<p className="text-ink-faint text-xs">{t(rehearsal.wasSeen ? "stale" : "previewFirst")}</p>
			)}
			<Button variant="secondary" size="sm" pending={rehearsal.pending} onClick={onLook}>
				{t("preview")}
			</Button>
		</div>
	);
}
