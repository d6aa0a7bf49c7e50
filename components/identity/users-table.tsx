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
import type { UserRow } from "@/lib/domains/identity/types";
import { formatAgo, formatDate } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { DeactivateUser } from "./deactivate-user";
import { ReactivateUser } from "./reactivate-user";

const tones = { active: "success", unconfirmed: "warning", deactivated: "neutral" } as const;

function statusOf(user: UserRow): keyof typeof tones {
	if (user.status === "DEACTIVATED") return "deactivated";
	return user.isConfirmed ? "active" : "unconfirmed";
}

export async function UsersTable({
	users,
	currentUserId,
}: {
	users: readonly UserRow[];
	currentUserId: string;
}) {
	const [t, locale] = await Promise.all([getTranslations("identity"), getLocale()]);
	const asOf = new Date();
	return (
		<Table label={t("users.table")}>
			<TableHeader>
				<TableRow>
					<TableHead>{t("users.name")}</TableHead>
					<TableHead>{t("users.organisations")}</TableHead>
					<TableHead>{t("users.status")}</TableHead>
					<TableHead>{t("users.created")}</TableHead>
					<TableHead>{t("users.lastSeen")}</TableHead>
					<TableHead>
						<span className="sr-only">{t("users.actions")}</span>
					</TableHead>
				</TableRow>
			</TableHeader>
			<TableBody>
				{users.map((user) => (
					<TableRow key={user.id}>
						<TableRowHead>
							<span className="flex items-center gap-2">
								<span className="truncate">{user.name}</span>
								{user.isDemo && <Badge>{t("users.demo")}</Badge>}
							</span>
							<span className="block truncate font-normal text-ink-faint text-xs">{user.email}</span>
						</TableRowHead>
						<TableCell>
							<Memberships memberships={user.memberships} />
						</TableCell>
						<TableCell>
							<StatusBadge status={statusOf(user)} tones={tones} label={t(`users.${statusOf(user)}`)} />
						</TableCell>
						<TableCell className="figure whitespace-nowrap text-ink-soft">
							{formatDate(user.createdAt, locale)}
						</TableCell>
						<TableCell className="figure whitespace-nowrap text-ink-soft">
							{user.lastSeenAt ? formatAgo(user.lastSeenAt, asOf, locale) : t("users.never")}
						</TableCell>
						<TableCell className="text-right">
							{user.id !== currentUserId &&
								(user.status === "ACTIVE" ? (
									<DeactivateUser id={user.id} name={user.name} />
								) : (
									<ReactivateUser id={user.id} name={user.name} />
								))}
						</TableCell>
					</TableRow>
				))}
			</TableBody>
		</Table>
	);
}

async function Memberships({ memberships }: { memberships: UserRow["memberships"] }) {
	const [t, tShell] = await Promise.all([getTranslations("identity"), getTranslations("shell")]);
	if (memberships.length === 0) return <span className="text-ink-faint text-xs">{t("users.none")}</span>;
	return (
		<ul className="flex min-w-48 flex-col gap-0.5">
			{memberships.map(({ organisationName, role }) => (
				<li key={`${organisationName}:${role}`}>
					{organisationName} <span className="text-ink-faint text-xs">{tShell(`roles.${role}`)}</span>
				</li>
			))}
		</ul>
	);
}
