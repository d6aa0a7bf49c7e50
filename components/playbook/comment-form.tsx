"use client";

import { useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { newKey } from "@/components/forms/new-key";
import { useErrorText } from "@/components/forms/use-error-text";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast";
import { commentPlaybookItem } from "@/lib/domains/playbook/actions/items";
import { maxTextLength } from "@/lib/domains/playbook/constants/sides";
import type { Person } from "@/lib/domains/playbook/types/items";

type Props = { itemId: string; people: readonly Person[] };

/** A comment keeps its key until it was posted: pressed twice on a bad line it stands once. */
export function CommentForm({ itemId, people }: Props) {
	const t = useTranslations("playbook");
	const errorText = useErrorText();
	const [text, setText] = useState("");
	const [pending, setPending] = useState(false);
	const [error, setError] = useState<string>();
	const key = useRef<string>(undefined);
	async function send() {
		key.current ??= newKey();
		setPending(true);
		setError(undefined);
		try {
			const outcome = await commentPlaybookItem({ itemId, text, key: key.current });
			if (!outcome.ok)
				return setError(errorText(outcome.fieldErrors?.text ?? outcome.reason, outcome.params));
			toast.success(outcome.told > 0 ? t("item.sentTold", { count: outcome.told }) : t("item.sent"));
			key.current = undefined;
			setText("");
		} catch {
			setError(t("offline.failed"));
		} finally {
			setPending(false);
		}
	}
	// Who looks after the brand comes first: of a brand with many partners they would never be reached.
	const offered = people
		.toSorted((a, b) => Number(b.side === "PLATFORM") - Number(a.side === "PLATFORM"))
		.slice(0, 8);
	return (
		<form
			className="space-y-2"
			onSubmit={(event) => {
				event.preventDefault();
				void send();
			}}
		>
			<Field label={t("item.comment")} hint={t("item.commentHint")} error={error}>
				<Textarea
					rows={3}
					value={text}
					maxLength={maxTextLength}
					onChange={({ currentTarget }) => setText(currentTarget.value)}
				/>
			</Field>
			<div className="flex flex-wrap items-center gap-2">
				{offered.map((person) => (
					<button
						key={person.id}
						type="button"
						aria-label={`${t("item.mention")} ${person.name}`}
						className="min-h-6 rounded-full bg-sunken px-2.5 py-0.5 text-ink-soft text-xs hover:bg-brand-soft hover:text-brand-ink"
						onClick={() => setText(`${text}${text && !text.endsWith(" ") ? " " : ""}@${person.name} `)}
					>
						@{person.name}
					</button>
				))}
				<Button type="submit" size="sm" pending={pending} disabled={text.trim() === ""} className="ml-auto">
					{t("item.send")}
				</Button>
			</div>
		</form>
	);
}
