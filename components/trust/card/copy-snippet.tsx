"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast";

/** Code to copy; where the browser refuses the clipboard, it is selected for the hand. */
export function CopySnippet({ value }: { value: string }) {
	const t = useTranslations("trustcard");
	const [area, setArea] = useState<HTMLTextAreaElement | null>(null);
	async function copy() {
		try {
			await navigator.clipboard.writeText(value);
			toast.success(t("badge.copied"));
		} catch {
			area?.select();
		}
	}
	return (
		<div className="space-y-2">
			<Field label={t("badge.code")}>
				<Textarea
					ref={setArea}
					value={value}
					readOnly
					rows={4}
					className="font-mono text-xs"
					onFocus={({ target }) => target.select()}
				/>
			</Field>
			<Button size="sm" variant="secondary" onClick={copy}>
				{t("badge.copy")}
			</Button>
		</div>
	);
}
