"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { ConflictDialog } from "@/components/forms/conflict-dialog";
import type { DraftKeeper, KeeperState } from "@/components/forms/draft-keeper";
import { SaveStatus } from "@/components/forms/save-status";
import { useActionButton } from "@/components/forms/use-action-button";
import { ConfirmDialog } from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";
import type { Outcome } from "@/lib/platform/errors/errors";
import { routes } from "@/lib/platform/routes/routes";

/** What the parts of a draft are called, and how their values read: for clashes and for the list of what is missing. */
export type DraftLabels = {
	/** The name of a field by its dotted path, such as `standards.staff_count.value` → 员工人数 · 门槛. */
	labelOf: (path: string) => string;
	valueOf: (path: string, value: unknown) => string;
};

type DraftBarProps<Form> = {
	/** The page of the draft, and the one to go to when it is thrown away. */
	href: string;
	backHref: string;
	discard: (version: number) => Promise<Outcome>;
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
	href,
	backHref,
	discard,
	keeper,
	state,
	labels,
	waiting,
	children,
}: DraftBarProps<Form>) {
	const t = useTranslations("policies");
	const router = useRouter();
	const run = useActionButton();
	const [choosing, setChoosing] = useState(false);
	async function throwAway() {
		await keeper.flush();
		if (await run(discard(keeper.version), t("draft.discarded"))) router.push(backHref);
	}
	return (
		<div className="sticky bottom-0 z-20 mt-6 flex flex-wrap items-center justify-between gap-3 rounded-t-lg border bg-raised px-4 py-3 shadow-lg">
			<SaveStatus
				{...state}
				onRetry={() => void keeper.flush()}
				onChoose={() => setChoosing(true)}
				onSignIn={() => window.location.assign(routes.signIn(href))}
			/>
			<div className="flex flex-wrap items-center gap-2">
				{waiting && <p className="text-ink-soft text-xs">{waiting}</p>}
				<ConfirmDialog
					trigger={<Button variant="danger-ghost">{t("draft.discard")}</Button>}
					title={t("draft.discardTitle")}
					description={t("draft.discardText")}
					confirmLabel={t("draft.discard")}
					tone="danger"
					onConfirm={throwAway}
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
