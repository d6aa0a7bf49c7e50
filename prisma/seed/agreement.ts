import type { Agreement } from "@/lib/domains/admission/schema/agreement";

/** Version 1 of the service-partner agreement: seed data, never read at run time. Its periods are those of the standards v1. */
export const agreementV1: Agreement = {
	schemaVersion: 1,
	titleZh: "造风者计划服务商合作协议",
	titleEn: "Windmaker Programme Service Partner Agreement",
	sectionsZh: [
		{
			heading: "一、协议与准入规则",
			paragraphs: [
				"本协议由平台与通过准入审核的服务商（以下称“贵方”）订立。贵方在线点击同意、且保证金经平台核对到账之日起生效。",
				"贵方按提交申请时所同意的准入规则版本接受审核。规则此后如有变更，不追溯贵方已经通过的审核；定期复核按复核当日有效的规则进行。",
				"贵方保证提交的企业信息、资质证明和数据真实、完整。信息发生变化的，应在 15 日内在平台更新。",
			],
		},
		{
			heading: "二、不要骗老铁",
			paragraphs: [
				"“不要骗老铁”是合作的底线。贵方不得虚构交易、刷量刷评，不得伪造资质或授权，不得作虚假宣传，不得诱导消费者绕开平台交易。",
				"贵方应督促所服务的商家和主播如实介绍商品，按时发货，及时处理售后，并依法履行退换货义务。",
			],
		},
		{
			heading: "三、数据与保密",
			paragraphs: [
				"贵方只能为履行服务使用平台、商家和消费者的数据，不得另作他用，不得出售或向第三方提供。处理个人信息应遵守《个人信息保护法》，以必要为限。",
				"因合作知悉的未公开信息应当保密，保密义务在合作结束后继续有效三年；法律另有规定的，从其规定。",
				"交易数据自交易完成之日起保存不少于三年。合作结束后，贵方应删除不再需要的个人信息。",
			],
		},
		{
			heading: "四、保证金的管理与退还",
			paragraphs: [
				"贵方按协议生效时公布的标准缴存保证金。保证金由平台单独记账，只用于本协议约定的用途，不得挪作他用。",
				"因贵方违约给消费者、商家或平台造成损失的，平台可以从保证金中扣除相应金额。扣除前应书面告知事由、依据和金额，并听取贵方意见。",
				"合作结束且没有未了结的纠纷的，平台自退出生效之日起 30 日内退还保证金余额，并列明每一笔扣除。",
			],
		},
		{
			heading: "五、规则变更的通知",
			paragraphs: [
				"平台修改准入规则或本协议，至少提前 7 日公示并通知贵方；受影响的在途申请超过 50 份的，至少提前 15 日。",
				"贵方不同意修改内容的，可以在生效前申请退出，平台不得拒绝，也不得因此扣除保证金。",
			],
		},
		{
			heading: "六、警示与整改",
			paragraphs: [
				"贵方不再符合公布的标准的，平台可以将贵方列入观察期，书面说明原因、需要达到的目标和期限，并给予合理的整改时间。",
				"观察期届满达标的，恢复正常合作；未达标的，平台可以启动退出程序。",
			],
		},
		{
			heading: "七、退出与申诉",
			paragraphs: [
				"贵方可以随时申请退出。平台要求贵方退出的，应当发出书面通知，写明理由并附上证据。",
				"贵方自收到退出通知之日起 15 日内可以答复或申诉。平台应指派未参与原决定的人员，自收到答复之日起 3 个工作日内作出决定并说明理由。",
				"退出生效后，店铺绑定于公布的日期终止，权益停止发放，已经形成的应付款项照常结算，退出结果在公告页公布。",
			],
		},
		{
			heading: "八、适用法律与争议解决",
			paragraphs: [
				"本协议适用中华人民共和国法律。因本协议发生争议的，双方先行协商；协商不成的，任何一方可以向被告住所地有管辖权的人民法院起诉。",
				"本协议有中英文两种文本，内容不一致的，以中文文本为准。",
			],
		},
	],
	sectionsEn: [
		{
			heading: "1. This agreement and the admission rules",
			paragraphs: [
				"This agreement is made between the platform and the service partner that passed admission (“you”). It takes effect once you have accepted it online and the platform has confirmed receipt of your deposit.",
				"Your application is judged by the version of the admission rules you agreed to when you submitted it. A later change does not reopen an admission you have passed; a periodic verification follows the rules in force on its day.",
				"You warrant that the company details, credentials and figures you submit are true and complete. Where they change, you update them on the platform within 15 days.",
			],
		},
		{
			heading: "2. Never cheat the people who trust us",
			paragraphs: [
				"不要骗老铁, “never cheat our friends”, is the ground rule of this co-operation. You do not fabricate trades, traffic or reviews, forge credentials or authorisations, advertise falsely, or lead buyers to trade outside the platform.",
				"You see to it that the merchants and streamers you serve describe goods truthfully, ship on time, settle after-sales cases promptly and honour returns as the law requires.",
			],
		},
		{
			heading: "3. Data and confidentiality",
			paragraphs: [
				"You use data of the platform, of merchants and of buyers only to provide your services; you neither use them otherwise nor sell or pass them on. Personal information is handled under the Personal Information Protection Law and only as far as necessary.",
				"What you learn through the co-operation and is not public stays confidential, for three years after its end as well, unless the law provides otherwise.",
				"Transaction data are kept for at least three years after the transaction. After the co-operation ends you delete personal information that is no longer needed.",
			],
		},
		{
			heading: "4. Deposit: management and refund",
			paragraphs: [
				"You pay the deposit published when this agreement takes effect. The platform accounts for it separately and uses it for the purposes of this agreement only.",
				"Where your breach harms buyers, merchants or the platform, the platform may deduct the amount of the harm. Before it does, it tells you in writing the cause, the basis and the amount, and hears you.",
				"When the co-operation has ended and no dispute is open, the platform refunds the balance within 30 days after the exit takes effect and lists every deduction.",
			],
		},
		{
			heading: "5. Notice of rule changes",
			paragraphs: [
				"The platform publishes and notifies you of a change of the admission rules or of this agreement at least 7 days before it takes effect, and at least 15 days where more than 50 open applications are affected.",
				"If you do not agree to a change, you may ask to leave before it takes effect. The platform may neither refuse nor deduct from the deposit for that reason.",
			],
		},
		{
			heading: "6. Warnings and improvement",
			paragraphs: [
				"Where you no longer meet the published standards, the platform may put you on probation. It states in writing the reason, what is to be achieved and by when, and gives you a reasonable time.",
				"If you meet the aims in time, the co-operation continues as before; if not, the platform may begin an exit.",
			],
		},
		{
			heading: "7. Exit and appeal",
			paragraphs: [
				"You may ask to leave at any time. Where the platform asks you to leave, it gives notice in writing with its reasons and the evidence.",
				"You may reply or appeal within 15 days after you receive the notice. Somebody who had no part in the first decision decides within 3 working days after your reply, and gives reasons.",
				"Once the exit takes effect, shop bindings end on the published day, benefits are no longer granted, amounts already owed are settled as usual, and the exit is published on the notices page.",
			],
		},
		{
			heading: "8. Governing law and disputes",
			paragraphs: [
				"This agreement is governed by the laws of the People’s Republic of China. The parties first seek to settle a dispute by negotiation; failing that, either may bring it before the competent people’s court at the defendant’s domicile.",
				"This agreement exists in Chinese and English. Where they differ, the Chinese text prevails.",
			],
		},
	],
};
