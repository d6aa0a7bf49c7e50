import { Avatar } from "@/components/ui/avatar";
import { Badge } from "@/components/ui/badge";
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
import type { Member } from "@/lib/domains/identity/types";
import type { Role } from "@/lib/platform/access/permissions";
import { formatAgo, formatDate } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { MemberMenu } from "./member-menu";

const tones = { active: "success", deactivated: "neutral" } as const;

export type MembersTableProps = {
	members: readonly Member[];
	roles: readonly Role[];
	currentUserId: string;
	mayManage: boolean;
	/** The one active holder of the key role, whom nobody can remove or demote; null when there are several. */
	lastKeyHolderId: string | null;
};

export async function MembersTable({ members, roles, currentUserId, ...props }: MembersTableProps) {
	const [t, tRoles, locale] = await Promise.all([
		getTranslations("identity"),
		getTranslations("shell"),
		getLocale(),
	]);
	const asOf = new Date();
	return (
		<Table label={t("members.table")}>
			<TableHeader>
				<TableRow>
					<TableHead>{t("members.name")}</TableHead>
					<TableHead>{t("members.role")}</TableHead>
					<TableHead>{t("members.status")}</TableHead>
					<TableHead>{t("members.joined")}</TableHead>
					<TableHead>{t("members.lastSeen")}</TableHead>
					{props.mayManage && (
						<TableHead>
							<span className="sr-only">{t("members.actions")}</span>
						</TableHead>
					)}
				</TableRow>
			</TableHeader>
			<TableBody>
				{members.map((member) => (
					<TableRow key={member.membershipId}>
						<TableRowHead>
							<span className="flex min-w-0 items-center gap-3">
								<span className="max-sm:hidden">
									<Avatar name={member.name} />
								</span>
								<span className="min-w-0">
									<span className="flex items-center gap-2">
										<span className="truncate">{member.name}</span>
										{member.userId === currentUserId && <Badge tone="brand">{t("members.you")}</Badge>}
									</span>
									<span className="block truncate font-normal text-ink-faint text-xs">{member.email}</span>
								</span>
							</span>
						</TableRowHead>
						<TableCell className="whitespace-nowrap">{tRoles(`roles.${member.role}`)}</TableCell>
						<TableCell>
							<StatusBadge
								status={member.isActive ? "active" : "deactivated"}
								tones={tones}
								label={t(member.isActive ? "members.active" : "members.deactivated")}
							/>
						</TableCell>
						<TableCell className="figure whitespace-nowrap text-ink-soft">
							{formatDate(member.joinedAt, locale)}
						</TableCell>
						<TableCell className="figure whitespace-nowrap text-ink-soft">
							{member.lastSeenAt ? formatAgo(member.lastSeenAt, asOf, locale) : t("members.never")}
						</TableCell>
						{props.mayManage && (
							<TableCell className="text-right">
								<MemberMenu
									member={{ membershipId: member.membershipId, name: member.name, role: member.role }}
									roles={roles}
									isLastKeyHolder={member.userId === props.lastKeyHolderId}
								/>
							</TableCell>
						)}
					</TableRow>
				))}
			</TableBody>
		</Table>
	);
}
