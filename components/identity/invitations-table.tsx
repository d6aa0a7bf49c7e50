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
import type { OpenInvitation } from "@/lib/domains/identity/types";
import { formatDateTime } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { WithdrawInvitation } from "./withdraw-invitation";

const tones = { open: "info", expired: "neutral" } as const;

export async function InvitationsTable({ invitations }: { invitations: readonly OpenInvitation[] }) {
	const [t, tShell, locale] = await Promise.all([
		getTranslations("identity"),
		getTranslations("shell"),
		getLocale(),
	]);
	if (invitations.length === 0) {
		return <p className="px-5 pb-5 text-ink-faint text-sm">{t("members.noInvitations")}</p>;
	}
	return (
		<Table label={t("members.invitationsTable")}>
			<TableHeader>
				<TableRow>
					<TableHead>{t("fields.email")}</TableHead>
					<TableHead>{t("members.role")}</TableHead>
					<TableHead>{t("members.status")}</TableHead>
					<TableHead>{t("members.invitedBy")}</TableHead>
					<TableHead>{t("members.expires")}</TableHead>
					<TableHead>
						<span className="sr-only">{t("members.actions")}</span>
					</TableHead>
				</TableRow>
			</TableHeader>
			<TableBody>
				{invitations.map((invitation) => (
					<TableRow key={invitation.id}>
						<TableRowHead className="whitespace-nowrap">{invitation.email}</TableRowHead>
						<TableCell className="whitespace-nowrap">{tShell(`roles.${invitation.role}`)}</TableCell>
						<TableCell>
							<StatusBadge
								status={invitation.isExpired ? "expired" : "open"}
								tones={tones}
								label={t(invitation.isExpired ? "members.expired" : "members.open")}
							/>
						</TableCell>
						<TableCell className="whitespace-nowrap">{invitation.invitedBy}</TableCell>
						<TableCell className="figure whitespace-nowrap text-ink-soft">
							{formatDateTime(invitation.expiresAt, locale)}
						</TableCell>
						<TableCell className="text-right">
							<WithdrawInvitation id={invitation.id} email={invitation.email} />
						</TableCell>
					</TableRow>
				))}
			</TableBody>
		</Table>
	);
}
