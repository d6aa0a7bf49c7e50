"use client";

import { useRouter } from "next/navigation";
import { startTransition, useEffect, useState, useTransition } from "react";
import { useTranslations } from "use-intl";
import { useActionButton } from "@/components/forms/use-action-button";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions, DialogContent, DialogTrigger } from "@/components/ui/dialog";
import { dropTrustRecall, startTrustRecall } from "@/lib/domains/trust/actions/claims";

type Props = { recallId: string; lines: string; amount: string; isEmpty: boolean };

/** Grants the batch after it is said once more what that means, or puts the dry run aside. */
export function RecallButtons({ recallId, lines, amount, isEmpty }: Props) {
	const t = useTranslations("trustclaims");
	const router = useRouter();
	const run = useActionButton();
	const [open, setOpen] = useState(false);
	const [pending, begin] = useTransition();
	const act = (action: () => Promise<boolean>) =>
		begin(async () => {
			await action();
			startTransition(() => {
				setOpen(false);
				router.refresh();
			});
		});
	return (
		<>
			<Button
				variant="ghost"
				pending={pending}
				onClick={() => act(() => run(dropTrustRecall({ recallId }), t("recall.dropped")))}
			>
				{t("recall.drop")}
			</Button>
			<Dialog open={open} onOpenChange={setOpen}>
				<DialogTrigger asChild>
					<Button disabled={isEmpty}>{t("recall.start", { lines, amount })}</Button>
				</DialogTrigger>
				<DialogContent title={t("recall.startTitle")} description={t("recall.startText", { lines, amount })}>
					<DialogActions>
						<Button
							variant="danger"
							pending={pending}
							onClick={() => act(() => run(startTrustRecall({ recallId }), t("recall.started")))}
						>
							{t("recall.start", { lines, amount })}
						</Button>
					</DialogActions>
				</DialogContent>
			</Dialog>
		</>
	);
}

const EVERY_MS = 2_000;

/** Looks again while the batch is being granted. */
export function RecallProgress() {
	const router = useRouter();
	useEffect(() => {
		const timer = setInterval(() => startTransition(() => router.refresh()), EVERY_MS);
		return () => clearInterval(timer);
	}, [router]);
	return null;
}
