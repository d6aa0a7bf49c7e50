"use client";

import { useState, useTransition } from "react";
import { useTranslations } from "use-intl";
import { useClosingDialog } from "@/components/forms/use-closing-dialog";
import { useErrorText } from "@/components/forms/use-error-text";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog, DialogActions, DialogContent, DialogTrigger } from "@/components/ui/dialog";
import { saveFundCommittee } from "@/lib/domains/fund/actions";
import type { FundPolicy } from "@/lib/domains/fund/schema";
import type { FundPerson } from "@/lib/domains/fund/types";
import { formatBps } from "@/lib/platform/format";

type Props = { people: readonly FundPerson[]; policy: Pick<FundPolicy, "quorum" | "majorityBps"> };

/** A lead says who votes. */
export function CommitteeDialog({ people, policy }: Props) {
	const t = useTranslations("fund");
	const { open, setOpen, finish } = useClosingDialog(t("committee.done"));
	return (
		<Dialog open={open} onOpenChange={setOpen}>
			<DialogTrigger asChild>
				<Button variant="secondary" size="sm">
					{t("committee.open")}
				</Button>
			</DialogTrigger>
			<DialogContent
				title={t("committee.title")}
				description={t("committee.description", {
					quorum: policy.quorum,
					majority: formatBps(policy.majorityBps),
				})}
			>
				<Members people={people} onDone={finish} />
			</DialogContent>
		</Dialog>
	);
}

function Members({ people, onDone }: { people: readonly FundPerson[]; onDone: () => void }) {
	const t = useTranslations("fund");
	const errorText = useErrorText();
	const [chosen, setChosen] = useState(
		() => new Set(people.filter((person) => person.isMember).map((person) => person.userId)),
	);
	const [error, setError] = useState<string | null>(null);
	const [pending, startTransition] = useTransition();
	function toggle(userId: string) {
		const next = new Set(chosen);
		if (!next.delete(userId)) next.add(userId);
		setChosen(next);
	}
	function save() {
		startTransition(async () => {
			const outcome = await saveFundCommittee({ userIds: [...chosen] });
			if (outcome.ok) onDone();
			else setError(errorText(outcome.reason, outcome.params));
		});
	}
	return (
		<div className="space-y-3">
			{error && <Banner tone="danger">{error}</Banner>}
			<fieldset className="grid gap-2 sm:grid-cols-2">
				<legend className="mb-2 text-ink-faint text-xs">
					{t("committee.people")} · {t("committee.hint")}
				</legend>
				{people.map((person) => (
					<Checkbox
						key={person.userId}
						label={person.name}
						checked={chosen.has(person.userId)}
						onCheckedChange={() => toggle(person.userId)}
					/>
				))}
			</fieldset>
			<DialogActions>
				<Button pending={pending} onClick={save}>
					{t("committee.save")}
				</Button>
			</DialogActions>
		</div>
	);
}
