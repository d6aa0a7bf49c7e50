"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { ConflictDialog } from "@/components/admission/form/conflict-dialog";
import type { DraftKeeper, KeeperState } from "@/components/admission/form/draft-keeper";
import { SaveStatus } from "@/components/admission/form/save-status";
import type { DraftLabels } from "@/components/admission/standards/draft-labels";
import { useActionButton } from "@/components/forms/use-action-button";
import { ConfirmDialog } from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";
import { discardPolicyDraft } from "@/lib/domains/admission/actions/standards";
import type { DraftedKind } from "@/lib/domains/admission/schema/standards-form";
import { routes } from "@/lib/platform/routes/routes";

type DraftBarProps<Form> = {
	kind: DraftedKind;
	draftId: string;
	keeper: DraftKeeper<Form>;
	state: KeeperState<Form>;
	labels: DraftLabels;
	/** Why it cannot be published yet; null when it can. */
	waiting: string | null;
	/** The button that publishes. */
	children: React.ReactNode;
};

/** Where the draft is saved, and what can be done with it as a whole. Stays in sight. */
export function DraftBar<Form>({
	kind,
	draftId,
	keeper,
	state,
	labels,
	waiting,
	children,
}: DraftBarProps<Form>) {
	const t = useTranslations("standards");
	const router = useRouter();
	const run = useActionButton();
	const [choosing, setChoosing] = useState(false);
	const key = kind === "agreement" ? kind : undefined;
	async function discard() {
		await keeper.flush();
		const done = await run(
			discardPolicyDraft({ kind, draftId, version: keeper.version }),
			t("draft.discarded"),
		);
		if (done) router.push(routes.ops.standards(key));
	}
	return (
		<div className="sticky bottom-0 z-20 mt-6 flex flex-wrap items-center justify-between gap-3 rounded-t-lg border bg-raised px-4 py-3 shadow-lg">
			<SaveStatus
				{...state}
				onRetry={() => void keeper.flush()}
				onChoose={() => setChoosing(true)}
				onSignIn={() => window.location.assign(routes.signIn(routes.ops.standardsDraft(key)))}
			/>
			<div className="flex flex-wrap items-center gap-2">
				{waiting && <p className="text-ink-soft text-xs">{waiting}</p>}
				<ConfirmDialog
					trigger={<Button variant="danger-ghost">{t("draft.discard")}</Button>}
					title={t("draft.discardTitle")}
					description={t("draft.discardText")}
					confirmLabel={t("draft.discard")}
					tone="danger"
					onConfirm={discard}
				/>
				{children}
			</div>
			<ConflictDialog
				draft={state.draft}
				conflicts={state.conflicts}
				labels={labels}
				open={choosing}
				onOpenChange={setChoosing}
				onResolve={(draft) => {
					keeper.resolve(draft);
					setChoosing(false);
				}}
			/>
		</div>
	);
}
