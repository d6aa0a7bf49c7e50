import { StatusBadge } from "@/components/ui/status-badge";
import {
	Table,
	TableBody,
	TableCell,
	TableHead,
	TableHeader,
	TableRow,
	TableRowHead,
} from "@/components/ui/table";
import type { ApiKeyRow } from "@/lib/domains/intake/types";
import { formatAgo, formatDate } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { RevokeKey } from "./revoke-key";

const tones = { active: "success", expired: "warning", revoked: "neutral" } as const;

export async function KeysTable({ keys, asOf }: { keys: readonly ApiKeyRow[]; asOf: Date }) {
	const [t, locale] = await Promise.all([getTranslations("intake"), getLocale()]);
	return (
		<Table label={t("table")}>
			<TableHeader>
				<TableRow>
					<TableHead>{t("columns.name")}</TableHead>
					<TableHead>{t("columns.source")}</TableHead>
					<TableHead>{t("columns.scopes")}</TableHead>
					<TableHead>{t("columns.created")}</TableHead>
					<TableHead>{t("columns.expires")}</TableHead>
					<TableHead>{t("columns.used")}</TableHead>
					<TableHead>{t("columns.status")}</TableHead>
					<TableHead>
						<span className="sr-only">{t("columns.actions")}</span>
					</TableHead>
				</TableRow>
			</TableHeader>
			<TableBody>
				{keys.map((key) => (
					<TableRow key={key.id}>
						<TableRowHead className="min-w-40">
							{key.name}
							<span className="block font-mono font-normal text-ink-faint text-xs">{key.prefix}…</span>
						</TableRowHead>
						<TableCell className="font-mono text-xs">{key.sourceCode}</TableCell>
						<TableCell>
							<ul className="min-w-32">
								{key.scopes.map((scope) => (
									<li key={scope}>{t(`scopes.${scope}`)}</li>
								))}
							</ul>
						</TableCell>
						<TableCell className="whitespace-nowrap">
							<span className="figure block">{formatDate(key.createdAt, locale)}</span>
							<span className="block text-ink-faint text-xs">{key.createdBy}</span>
						</TableCell>
						<TableCell className="figure whitespace-nowrap">{formatDate(key.expiresAt, locale)}</TableCell>
						<TableCell className="whitespace-nowrap text-ink-soft">
							{key.lastUsedAt ? formatAgo(key.lastUsedAt, asOf, locale) : t("never")}
						</TableCell>
						<TableCell>
							<StatusBadge status={key.status} tones={tones} label={t(`status.${key.status}`)} />
						</TableCell>
						<TableCell className="text-right">
							{key.status === "active" && <RevokeKey id={key.id} name={key.name} />}
						</TableCell>
					</TableRow>
				))}
			</TableBody>
		</Table>
	);
}
