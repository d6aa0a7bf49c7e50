"use client";

import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { Field, FieldError } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { RadioGroup } from "@/components/ui/radio-group";
import { findPoolPartners } from "@/lib/domains/pools/actions";

type Choice = { id: string; name: string; uscc: string };
type Props = { value: string; onChange: (id: string) => void; error?: string };

/** A partner by a part of its name or credit code: type, then choose. */
export function PartnerPicker({ value, onChange, error }: Props) {
	const t = useTranslations("pools");
	const [typed, setTyped] = useState("");
	const [found, setFound] = useState<{ q: string; partners: readonly Choice[] } | null>(null);
	useEffect(() => {
		const q = typed.trim();
		if (q === "") return;
		let isCurrent = true;
		const timer = setTimeout(async () => {
			const outcome = await findPoolPartners({ q });
			if (isCurrent && outcome.ok) setFound({ q, partners: outcome.partners });
		}, 250);
		return () => {
			isCurrent = false;
			clearTimeout(timer);
		};
	}, [typed]);
	const partners = typed.trim() === "" ? [] : (found?.partners ?? []);
	return (
		<div className="flex flex-col gap-2">
			<Field label={t("grant.partner")} hint={t("grant.partnerHint")} required>
				<Input
					type="search"
					value={typed}
					autoComplete="off"
					onChange={(event) => setTyped(event.target.value)}
				/>
			</Field>
			{partners.length > 0 && (
				<RadioGroup
					aria-label={t("grant.partner")}
					value={value}
					onValueChange={onChange}
					className="max-h-44 overflow-y-auto rounded-lg border p-3"
					options={partners.map((partner) => ({
						value: partner.id,
						label: partner.name,
						hint: partner.uscc,
					}))}
				/>
			)}
			{found?.q === typed.trim() && found.partners.length === 0 && (
				<p role="status" className="text-ink-faint text-xs">
					{t("grant.noPartner")}
				</p>
			)}
			<FieldError id="grant-partner-error">{error}</FieldError>
		</div>
	);
}
