import {
	Ban,
	BookOpenCheck,
	Building2,
	CalendarDays,
	ChartNoAxesCombined,
	ClipboardList,
	ClipboardPenLine,
	Database,
	DoorOpen,
	FileText,
	Flag,
	Gavel,
	Gift,
	Goal,
	GraduationCap,
	HandCoins,
	Handshake,
	House,
	KeyRound,
	Link2,
	ListChecks,
	type LucideIcon,
	Mail,
	RefreshCcw,
	Scale,
	ScrollText,
	Sparkles,
	Sprout,
	Store,
	TriangleAlert,
	Trophy,
	Users,
	UsersRound,
	WalletCards,
	Wind,
} from "lucide-react";

/** Icons by name, because an item crosses from server to client as data. */
export const navigationIcons = {
	home: House,
	playbook: BookOpenCheck,
	brands: Sparkles,
	application: FileText,
	applications: ClipboardList,
	appeals: Gavel,
	deposits: HandCoins,
	partnership: Handshake,
	exits: DoorOpen,
	probations: TriangleAlert,
	verifications: RefreshCcw,
	tier: Wind,
	shops: Store,
	members: UsersRound,
	users: Users,
	partners: Building2,
	programme: Flag,
	evaluations: Trophy,
	gmv: ChartNoAxesCombined,
	imports: Database,
	apiKeys: KeyRound,
	mail: Mail,
	standards: Scale,
	calendar: CalendarDays,
	audit: ScrollText,
	decisions: Link2,
	certificates: GraduationCap,
	exams: GraduationCap,
	practicals: ClipboardPenLine,
	redLines: Ban,
	pools: WalletCards,
	benefits: Gift,
	fund: Sprout,
	target: Goal,
	stepPolicy: ListChecks,
} as const satisfies Record<string, LucideIcon>;

export type NavigationIcon = keyof typeof navigationIcons;

export type NavigationItem = {
	href: string;
	label: string;
	icon: NavigationIcon;
	/** Waiting work, such as applications to review; nothing is shown for 0. */
	count?: number;
};

export type NavigationSection = { label?: string; items: readonly NavigationItem[] };

/** The item a page belongs to: the longest address that the page's address starts with. */
export function findCurrentItem(
	sections: readonly NavigationSection[],
	pathname: string,
): NavigationItem | undefined {
	return sections
		.flatMap((section) => section.items)
		.filter((item) => pathname === item.href || pathname.startsWith(`${item.href}/`))
		.sort((a, b) => b.href.length - a.href.length)[0];
}
