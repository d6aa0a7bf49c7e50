import { listChanges } from "@/lib/domains/audit/rules/list-changes";
import type { AuditChange, AuditRow } from "@/lib/domains/audit/types";
import { getTranslations } from "@/lib/platform/i18n/server";

const SHOWN_AT_ONCE = 3;

/** What an entry changed: a few fields at once, the rest on request. */
export async function AuditChanges({ entry }: { entry: AuditRow }) {
	const t = await getTranslations("identity");
	const changes = listChanges(entry.before, entry.after);
	const rest = changes.slice(SHOWN_AT_ONCE);
	return (
		<div className="flex flex-col gap-1 text-xs">
			{changes.length === 0 && !entry.reason && <span className="text-ink-faint">–</span>}
			<ChangeList changes={changes.slice(0, SHOWN_AT_ONCE)} />
			{rest.length > 0 && (
				<details>
					<summary className="text-brand-ink">{t("audit.more", { count: rest.length })}</summary>
					<ChangeList changes={rest} />
				</details>
			)}
			{entry.reason && (
				<p className="text-ink-soft">
					{t("audit.reason")}: {entry.reason}
				</p>
			)}
		</div>
	);
}

async function ChangeList({ changes }: { changes: readonly AuditChange[] }) {
	const t = await getTranslations("identity");
	return (
		<dl className="flex flex-col gap-0.5">
			{changes.map((change) => (
				<div key={change.field} className="flex flex-wrap gap-x-1.5">
					<dt className="text-ink-faint">{change.field}</dt>
					<dd className="min-w-0 break-all">
						{change.before !== null && (
							<>
								<span className="sr-only">{t("audit.before")}: </span>
								<del className="text-ink-faint decoration-ink-faint/60">{change.before}</del>
								<span aria-hidden="true"> → </span>
							</>
						)}
						<span className="sr-only">{t("audit.after")}: </span>
						<span>{change.after ?? "–"}</span>
					</dd>
				</div>
			))}
		</dl>
	);
}
