"use client";

import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { useLocale, useTranslations } from "use-intl";
import { useActionButton } from "@/components/forms/use-action-button";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { decidePoolChange, withdrawPoolChange } from "@/lib/domains/pools/actions";
import type { ChangeRole } from "@/lib/domains/pools/policy";
import type { PoolChange, PoolUnit } from "@/lib/domains/pools/types";
import { formatDateTime } from "@/lib/platform/format";
import { showAmount } from "./words";

type Props = { change: PoolChange; role: ChangeRole; unit: PoolUnit };

/** The raise or cut that waits, with what the reader may do about it. */
export function ProposalCard({ change, role, unit }: Props) {
	const t = useTranslations("pools");
	const locale = useLocale();
	return (
		<Banner
			tone="warning"
			title={t(`proposal.title.${change.kind}`, { amount: showAmount(change.amount, unit) })}
		>
			<p>
				{t("proposal.by", {
					who: change.proposedByName ?? "–",
					at: formatDateTime(change.proposedAt, locale),
				})}
			</p>
			<p className="wrap-anywhere mt-1">{t("proposal.reason", { reason: change.reason })}</p>
			{role === "decide" && <Decide change={change} />}
			{role === "withdraw" && <Withdraw change={change} />}
			{role === "read" && <p className="mt-1">{t("proposal.leadsOnly")}</p>}
		</Banner>
	);
}

function Decide({ change }: Pick<Props, "change">) {
	const t = useTranslations("pools");
	const router = useRouter();
	const run = useActionButton();
	const [note, setNote] = useState("");
	const [pending, startTransition] = useTransition();
	function decide(decision: "CONFIRMED" | "DECLINED") {
		startTransition(async () => {
			const answer = decidePoolChange({ changeId: change.id, decision, note });
			if (await run(answer, t(`proposal.done.${decision}`))) router.refresh();
		});
	}
	return (
		<div className="mt-3 flex flex-col gap-3 text-ink">
			<Field label={t("proposal.note")} hint={t("proposal.noteHint")}>
				<Input value={note} maxLength={500} onChange={(event) => setNote(event.target.value)} />
			</Field>
			<div className="flex flex-wrap gap-2">
				<Button size="sm" pending={pending} onClick={() => decide("CONFIRMED")}>
					{t("proposal.confirm")}
				</Button>
				<Button
					size="sm"
					variant="secondary"
					pending={pending}
					disabled={note.trim() === ""}
					onClick={() => decide("DECLINED")}
				>
					{t("proposal.decline")}
				</Button>
			</div>
		</div>
	);
}

function Withdraw({ change }: Pick<Props, "change">) {
	const t = useTranslations("pools");
	const router = useRouter();
	const run = useActionButton();
	const [pending, startTransition] = useTransition();
	return (
		<div className="mt-3 flex flex-wrap items-center gap-3">
			<span>{t("proposal.waits")}</span>
			<Button
				size="sm"
				variant="secondary"
				pending={pending}
				onClick={() =>
					startTransition(async () => {
						const answer = withdrawPoolChange({ changeId: change.id });
						if (await run(answer, t("proposal.done.WITHDRAWN"))) router.refresh();
					})
				}
			>
				{t("proposal.withdraw")}
			</Button>
		</div>
	);
}
