"use client";

import { useState, useTransition } from "react";
import { useLocale, useTranslations } from "use-intl";
import { useClosingDialog } from "@/components/forms/use-closing-dialog";
import { useErrorText } from "@/components/forms/use-error-text";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions, DialogContent, DialogTrigger } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { NativeSelect } from "@/components/ui/native-select";
import { bookExamSeat } from "@/lib/domains/certification/actions/sitting";
import type { WindowChoice } from "@/lib/domains/certification/types/sittings";
import { formatDate } from "@/lib/platform/format";

type Props = { window: WindowChoice; ownId: string };

/** A seat for oneself, or for anybody of the company where the reader is its owner; who cannot is told why and from when. */
export function BookSeat({ window, ownId }: Props) {
	const t = useTranslations("sitting");
	const { open, setOpen, finish } = useClosingDialog(t("book.done"));
	const isFull = window.seatsLeft === 0;
	const isAllBooked = window.verdicts.every(({ isBooked }) => isBooked);
	if (isAllBooked) return <span className="text-ink-faint text-xs">{t("book.booked")}</span>;
	return (
		<Dialog open={open} onOpenChange={setOpen}>
			<DialogTrigger asChild>
				<Button size="sm" variant="secondary" disabled={isFull}>
					{isFull ? t("book.full") : t("book.button")}
				</Button>
			</DialogTrigger>
			<DialogContent title={t("book.title")} description={t("book.description")}>
				<BookForm window={window} ownId={ownId} onDone={finish} />
			</DialogContent>
		</Dialog>
	);
}

function BookForm({ window, ownId, onDone }: Props & { onDone: () => void }) {
	const t = useTranslations("sitting");
	const errorText = useErrorText();
	const words = useVerdictWords();
	const free = window.verdicts.filter(({ isBooked }) => !isBooked);
	const [userId, setUserId] = useState(
		free.find((one) => one.userId === ownId)?.userId ?? free[0]?.userId ?? "",
	);
	const [failure, setFailure] = useState<string | null>(null);
	const [pending, startTransition] = useTransition();
	const chosen = free.find((one) => one.userId === userId);
	function book(event: React.FormEvent) {
		event.preventDefault();
		startTransition(async () => {
			const outcome = await bookExamSeat({ windowId: window.id, userId });
			if (outcome.ok) onDone();
			else setFailure(errorText(outcome.reason, outcome.params));
		});
	}
	return (
		<form onSubmit={book} className="flex flex-col gap-4">
			{failure && (
				<Banner tone="danger" role="alert">
					{failure}
				</Banner>
			)}
			<Field label={t("book.who")}>
				<NativeSelect
					value={userId}
					onChange={(event) => setUserId(event.target.value)}
					options={free.map((one) => ({
						value: one.userId,
						label: one.userId === ownId ? t("book.self", { name: one.name }) : one.name,
					}))}
				/>
			</Field>
			{chosen && (
				<Banner tone={chosen.verdict.may ? "success" : "warning"} role="status">
					{words(chosen.verdict)}
				</Banner>
			)}
			<DialogActions>
				<Button type="submit" pending={pending} disabled={!chosen?.verdict.may}>
					{t("book.confirm")}
				</Button>
			</DialogActions>
		</form>
	);
}

type Verdict = WindowChoice["verdicts"][number]["verdict"] & { usableFrom?: string };

function useVerdictWords(): (verdict: Verdict) => string {
	const t = useTranslations("sitting");
	const locale = useLocale();
	return (verdict) => {
		if (!verdict.may)
			return t(`verdict.${verdict.reason}`, {
				from: verdict.from ? formatDate(verdict.from, locale) : "",
			});
		const may = t("verdict.may", { left: verdict.attemptsLeft });
		return verdict.usableFrom
			? `${may} ${t("verdict.usableFrom", { from: formatDate(verdict.usableFrom, locale) })}`
			: may;
	};
}
