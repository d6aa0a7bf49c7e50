"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { useActionButton } from "@/components/forms/use-action-button";
import { useErrorText } from "@/components/forms/use-error-text";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast";
import { handInEvidence, takeBackEvidence } from "@/lib/domains/playbook/actions/items";

type Text = { id: string; text: string; isLink: boolean; by: string; mayRemove: boolean };

export function TextEvidenceList({ itemId, texts }: { itemId: string; texts: readonly Text[] }) {
	const t = useTranslations("playbook.item");
	const run = useActionButton();
	return (
		<ul className="divide-y rounded-lg border">
			{texts.map((one) => (
				<li key={one.id} className="flex items-start justify-between gap-3 px-3 py-2 text-sm">
					<div className="min-w-0">
						{one.isLink ? (
							<a
								href={one.text}
								target="_blank"
								rel="noopener noreferrer nofollow"
								className="wrap-anywhere text-brand-ink underline underline-offset-2"
							>
								{one.text}
							</a>
						) : (
							<p className="wrap-anywhere whitespace-pre-line text-ink">{one.text}</p>
						)}
						<p className="text-ink-faint text-xs">{one.by}</p>
					</div>
					{one.mayRemove && (
						<Button
							variant="danger-ghost"
							size="sm"
							onClick={() => run(takeBackEvidence({ itemId, evidenceId: one.id }), t("removed"))}
						>
							{t("remove")}
						</Button>
					)}
				</li>
			))}
		</ul>
	);
}

export function TextEvidenceForm({ itemId, kind }: { itemId: string; kind: "LINK" | "STREAMERS" }) {
	const t = useTranslations("playbook.item");
	const errorText = useErrorText();
	const [text, setText] = useState("");
	const [pending, setPending] = useState(false);
	const [error, setError] = useState<string>();
	async function send() {
		setPending(true);
		setError(undefined);
		const outcome = await handInEvidence({ itemId, kind, text });
		setPending(false);
		if (!outcome.ok) return setError(errorText(outcome.fieldErrors?.text ?? outcome.reason, outcome.params));
		setText("");
		toast.success(t("added"));
	}
	const isLink = kind === "LINK";
	const control = {
		value: text,
		onChange: (event: { currentTarget: { value: string } }) => setText(event.currentTarget.value),
	};
	return (
		<form
			className="space-y-2"
			onSubmit={(event) => {
				event.preventDefault();
				void send();
			}}
		>
			<Field
				label={t(isLink ? "addLink" : "addStreamers")}
				hint={t(isLink ? "linkHint" : "streamersHint")}
				error={error}
			>
				{isLink ? <Input inputMode="url" {...control} /> : <Textarea rows={4} {...control} />}
			</Field>
			<Button type="submit" size="sm" variant="secondary" pending={pending} disabled={text.trim() === ""}>
				{t("add")}
			</Button>
		</form>
	);
}
