/**
 * SQL that adds applications from row `$1` to row `$2`, each of a company of its own, as they would stand after years:
 * nearly all decided, a few thousand open, most of them named alike (city, two to four characters, trade and legal form), with
 * people's names of two and three characters. `$3` is the user who created and holds them. Chance repeats itself.
 */
export const organisationRows = `
	INSERT INTO organisations (id, kind, name, created_at)
	SELECT 'org_bench' || lpad(n::text, 8, '0'), 'PARTNER', '压测企业' || n, now() FROM generate_series($1::int, $2::int) n
	ON CONFLICT DO NOTHING`;

export const applicationRows = `
	WITH chance AS (
		SELECT n, hashint8(n) & 2147483647 AS a, hashint8(n::bigint * 7919 + 13) & 2147483647 AS b, hashint8(n::bigint * 104729 + 5) & 2147483647 AS c
		  FROM generate_series($1::int, $2::int) n
	), letters AS (
		SELECT string_to_array('安邦博诚创达德鼎丰福冠广海昊和恒宏鸿华汇惠吉佳嘉建杰金锦景聚凯康乐利联亮隆美民名明宁鹏启千庆荣瑞润森尚盛硕思泰腾天同万旺威伟文祥新信兴旭雅扬业易逸永优宇元源远悦云泽展兆正志智中众卓', NULL) AS l,
		       string_to_array('赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜', NULL) AS s
	), named AS (
		SELECT chance.*,
		       (ARRAY['北京','上海','广州','深圳','杭州','成都','武汉','南京','苏州','义乌','临沂','泉州'])[1 + a % 12]
		       || l[1 + b % cardinality(l)] || l[1 + (b / 100) % cardinality(l)]
		       || CASE WHEN c % 3 = 0 THEN l[1 + (c / 7) % cardinality(l)] ELSE '' END
		       || (ARRAY['科技','电子商务','文化传媒','供应链管理','品牌管理'])[1 + c % 5] || '有限公司' AS company,
		       s[1 + a % cardinality(s)] || l[1 + c % cardinality(l)]
		       || CASE WHEN b % 2 = 0 THEN l[1 + (a / 31) % cardinality(l)] ELSE '' END AS contact,
		       CASE WHEN a % 1000 < 18 THEN 'SUBMITTED' WHEN a % 1000 < 30 THEN 'IN_REVIEW' WHEN a % 1000 < 40 THEN 'CHANGES_REQUESTED'
		            WHEN a % 1000 < 700 THEN 'APPROVED' WHEN a % 1000 < 940 THEN 'REJECTED' ELSE 'WITHDRAWN' END AS state,
		       timestamptz '2026-11-20 10:00+08'
		         - make_interval(mins => CASE WHEN a % 1000 < 30 THEN b % 20000 ELSE 20000 + b % 2000000 END) AS submitted
		  FROM chance, letters
	)
	INSERT INTO applications (id, number, organisation_id, state, version, form, company_name, uscc, contact_name, contact_phone,
		region, primary_track, checks, policy_version, submission_no, review_stage, due_on, assignee_id, created_by_id,
		submitted_at, decided_at, created_at, updated_at)
	SELECT 'app_bench' || lpad(n::text, 8, '0'), 'WM-2026-9' || lpad(n::text, 6, '0'), 'org_bench' || lpad(n::text, 8, '0'),
	       state::application_state, 3, '{}', company,
	       '9133' || lpad((a % 100)::text, 4, '0') || upper(substr(md5(n::text), 1, 9)) || (b % 10), contact,
	       '13' || lpad((b % 1000000000)::text, 9, '0'),
	       (ARRAY['浙江省','广东省','江苏省','北京市','山东省','福建省'])[1 + b % 6],
	       (ARRAY['brand_operation','industry_belt','supply_chain','streamer_agency','training'])[1 + b % 5],
	       jsonb_build_object('asOf', '2026-11-20', 'policyVersion', 1, 'results', jsonb_build_array(
	         jsonb_build_object('standardId', 'uscc_valid', 'kind', 'uscc_valid', 'status', 'passed', 'reason', 'MET', 'unit', null, 'value', null, 'threshold', null),
	         jsonb_build_object('standardId', 'staff_count', 'kind', 'staff_count', 'status', CASE WHEN c % 10 = 0 THEN 'failed' ELSE 'passed' END,
	           'reason', CASE WHEN c % 10 = 0 THEN 'BELOW_MINIMUM' ELSE 'MET' END, 'unit', 'count', 'value', '12', 'threshold', '10'))),
	       1, 1, CASE WHEN state = 'IN_REVIEW' AND c % 4 = 0 THEN 'SECOND' ELSE 'FIRST' END::review_stage,
	       ((submitted AT TIME ZONE 'Asia/Shanghai')::date + 7), CASE WHEN state = 'SUBMITTED' THEN NULL ELSE $3 END, $3,
	       submitted, CASE WHEN state IN ('APPROVED', 'REJECTED') THEN submitted + interval '4 days' END, submitted, submitted
	  FROM named
	ON CONFLICT DO NOTHING`;
