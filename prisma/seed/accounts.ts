import type { Role } from "@/lib/platform/access/permissions";

/** One password for every demo account. A portal for real use refuses to start while such an account exists. */
export const demoPassword = "Tailwind-2026";

/** Which of the demo's organisations an account belongs to. */
export type AccountHome = "platform" | "partner" | "brand" | "changes-requested" | "newcomer";

export type DemoAccount = {
	readonly email: string;
	readonly name: string;
	readonly role: Role;
	readonly home: AccountHome;
	/** One line for the list that `npm start` prints. */
	readonly noteZh: string;
	readonly noteEn: string;
	/** Shown in that list; the others make the data look like a team's. */
	readonly isListed: boolean;
};

export const demoAccounts: readonly DemoAccount[] = [
	{
		email: "lead@windmaker.example",
		name: "沈知行",
		role: "ops_lead",
		home: "platform",
		noteZh: "运营负责人：计划看板、评定、审核",
		noteEn: "operations lead: programme dashboard, evaluations, admissions",
		isListed: true,
	},
	{
		email: "reviewer@windmaker.example",
		name: "梁若溪",
		role: "ops_reviewer",
		home: "platform",
		noteZh: "审核员：准入队列",
		noteEn: "reviewer: the admission queue",
		isListed: true,
	},
	{
		email: "partner@windmaker.example",
		name: "顾长风",
		role: "partner_owner",
		home: "partner",
		noteZh: "服务商负责人：劲风（T3），离强风（T4）只差一步",
		noteEn: "service partner, owner: tier T3, one step from T4",
		isListed: true,
	},
	{
		email: "member@windmaker.example",
		name: "许念",
		role: "partner_member",
		home: "partner",
		noteZh: "同一服务商的员工",
		noteEn: "a colleague at the same partner",
		isListed: true,
	},
	{
		email: "changes@windmaker.example",
		name: "陶青禾",
		role: "partner_owner",
		home: "changes-requested",
		noteZh: "申请被要求补充材料的服务商",
		noteEn: "an applicant who was asked for changes",
		isListed: true,
	},
	{
		email: "newcomer@windmaker.example",
		name: "方小满",
		role: "partner_owner",
		home: "newcomer",
		noteZh: "刚注册、尚未申请的服务商",
		noteEn: "just registered, has not applied yet",
		isListed: true,
	},
	{
		email: "brand@windmaker.example",
		name: "叶棠",
		role: "brand_manager",
		home: "brand",
		noteZh: "品牌经理",
		noteEn: "brand manager",
		isListed: true,
	},
	{
		email: "auditor@windmaker.example",
		name: "贺审言",
		role: "auditor",
		home: "platform",
		noteZh: "内控：只读",
		noteEn: "internal control: reads everything, changes nothing",
		isListed: true,
	},
	{
		email: "admin@windmaker.example",
		name: "秦守一",
		role: "admin",
		home: "platform",
		noteZh: "平台管理员：用户、角色、邮件",
		noteEn: "administrator: users, roles, mail",
		isListed: true,
	},
	{
		email: "lead2@windmaker.example",
		name: "谢观澜",
		role: "ops_lead",
		home: "platform",
		noteZh: "运营负责人：须由他人作出的决定",
		noteEn: "operations lead: decisions that somebody else must take",
		isListed: false,
	},
	{
		email: "reviewer2@windmaker.example",
		name: "白鹭",
		role: "ops_reviewer",
		home: "platform",
		noteZh: "审核员",
		noteEn: "reviewer",
		isListed: false,
	},
	{
		email: "reviewer3@windmaker.example",
		name: "莫凡舟",
		role: "ops_reviewer",
		home: "platform",
		noteZh: "审核员",
		noteEn: "reviewer",
		isListed: false,
	},
];
