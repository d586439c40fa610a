-- plain select
select obs_id, county_zh, value from measured where theme='training' order by obs_id

-- no obs_id, expressions
select county_zh, value*2+1 as v, round(value/3,1) r from measured where theme='education' order by county_zh, v

-- CASE, coalesce
select county_zh, case when value>100 then 'many' when value is null then 'none' else 'few' end c,
coalesce(criterion,'-') k from figures where theme='training' order by 1,2,3

-- constant columns
select 7 as seven, county_zh from measured where place_level='county' order by 2

-- value + unit label
select place_zh||' '||value_display as t from measured where theme='cadre_age' order by t

-- inner join base tables
select p.name_zh, o.value from observation o join place p using (place_id) where o.unit='人' order by 1,2

-- self join ratio
select a.county_zh, a.value/b.value q from measured a join measured b on a.place_id=b.place_id and
a.indicator_id='secretary_reserve_headcount' and b.indicator_id='secretary_reserve_mean_age' order by 1

-- left join
select p.name_zh, m.value from place p left join measured m on m.county_id=p.place_id and m.theme='cadre_age' where
p.level='county' order by 1,2

-- right join
select m.value, p.name_zh from measured m right join place p on m.place_id=p.place_id and m.theme='training' where
p.level='county' order by 2,1

-- full join
select a.county_zh, b.county_zh, a.value, b.value from (from measured where theme='training') a full join (from
measured where theme='education') b on a.place_id=b.place_id and a.unit=b.unit order by all

-- semi join ON
select i.label_zh from indicator i semi join measured m on m.indicator_id=i.indicator_id and m.value>1000 order by 1

-- semi join USING
select obs_id, value from observation semi join anchor using (obs_id) order by 1 limit 20

-- anti join
select p.name_zh from place p anti join measured m on m.county_id=p.place_id where p.level='county' order by 1

-- cross join
select a.obs_id, c.code from (from measured where theme='cadre_age') a cross join caveat_code c order by 1,2

-- cross then left join
select t.theme, p.name_zh, count(m.obs_id) n from (select distinct theme from indicator) t cross join place p left
join measured m on m.theme=t.theme and m.county_id=p.place_id where p.level='county' group by all order by all

-- lateral join
select p.name_zh, x.obs_id, x.value from place p, lateral (select obs_id, value from measured m where
m.county_id=p.place_id order by value desc nulls last, obs_id limit 2) x where p.level='county' order by 1,3 desc

-- correlated comma subquery agg
select p.name_zh, x.s from place p, (select sum(value) s from measured m where m.county_id=p.place_id and unit='人') x
where p.level='county' order by 1

-- asof join
select m.obs_id, f.since, f.my_rate from measured m asof join mine f on m.county_zh=f.county_zh and
m.period_start>=f.since order by 1

-- positional join
select a.obs_id, b.name_zh from (select obs_id from observation order by 1 limit 5) a positional join (select name_zh
from place order by place_id limit 5) b

-- natural join
select obs_id, part, value from observation natural join anchor order by 1 limit 30

-- IN subquery
select obs_id, value from measured where county_id in (select place_id from place where gb_code<'520623') order by 1

-- IN over observations
select label_zh from indicator where indicator_id in (select indicator_id from measured where county_zh='思南县' and
theme='training') order by 1

-- NOT IN
select name_zh from place where level='county' and place_id not in (select county_id from measured where
theme='training') order by 1

-- EXISTS correlated
select p.name_zh from place p where exists (select 1 from measured m where m.place_id=p.place_id and m.value>500)
order by 1

-- NOT EXISTS correlated
select m.obs_id from measured m where theme='training' and not exists (select 1 from measured n where
n.place_id=m.place_id and n.theme='education') order by 1

-- scalar subquery in WHERE
select obs_id, value from measured where theme='training' and value > (select avg(value) from measured where
theme='training') order by 1

-- scalar subquery in SELECT
select p.name_zh, (select max(value) from measured m where m.place_id=p.place_id and m.theme='training') mx from place
p where p.level='county' order by 1

-- scalar subquery non-agg
select i.indicator_id, (select value from measured m where m.indicator_id=i.indicator_id and m.place_id='bijiang'
limit 1) v from indicator i where i.theme='cadre_age' order by 1

-- > ALL / ANY
select obs_id from measured where theme='training' and value >= all (select value from measured where
theme='training') order by 1

-- = ANY(list)
select obs_id from measured where county_zh = any(['碧江区','德江县']) and theme='training' order by 1

-- GROUP BY sum/avg/min/max/count
select county_zh, sum(value) s, avg(value) a, min(value) lo, max(value) hi, count(*) n from measured where unit='人'
group by county_zh order by 1

-- ratio of aggregates
select theme, sum(value)/count(*) r, max(value)-min(value) d from measured group by theme order by 1

-- FILTER
select county_zh, sum(value) filter (theme='training') t, sum(value) filter (theme='education') e from measured group
by 1 order by 1

-- GROUP BY ALL
select county_zh, unit, count(*) n from measured group by all order by all

-- ROLLUP
select county_zh, theme, count(*) n from measured where place_level='county' group by rollup(county_zh,theme) order by
all

-- CUBE
select unit, qualifier, sum(value) s from measured where theme='training' group by cube(unit,qualifier) order by all

-- GROUPING SETS
select county_zh, theme, grouping(county_zh) g, sum(value) s from measured where unit='人' group by grouping sets
((county_zh),(theme),()) order by all

-- no GROUP BY aggregate
select count(*), avg(value), median(value), mode(unit) from measured

-- aggregate over empty
select sum(value) from measured where false

-- HAVING
select indicator_id, count(*) n from measured group by 1 having count(distinct county_id)>=2 order by 2 desc, 1

-- HAVING subquery
select county_zh, count(*) n from measured group by 1 having count(*) > (select count(*)/10 from measured) order by 1

-- DISTINCT
select distinct county_zh, unit from measured order by 1,2

-- DISTINCT over aggregate
select distinct count(*) n from measured group by county_zh order by 1

-- DISTINCT ON
select distinct on (county_zh) county_zh, obs_id, value from measured order by county_zh, value desc nulls last,
obs_id

-- count distinct, string_agg ORDER BY
select theme, count(distinct county_zh) n, string_agg(distinct county_zh,'、' order by county_zh) s from measured group
by theme order by theme

-- arg_max, first ORDER BY, list
select theme, arg_max(place_zh, value) who, first(place_zh order by value desc, obs_id) f, list(value order by
obs_id)[1:2] l from measured where value is not null group by theme order by theme

-- QUALIFY
select county_zh, obs_id, value from measured where unit='人' qualify row_number() over (partition by county_zh order
by value desc, obs_id)=1 order by 1

-- window sum share
select obs_id, value, value/sum(value) over (partition by county_zh) sh from measured where unit='人' order by obs_id

-- window lag/lead
select obs_id, value - lag(value) over (partition by indicator_id order by obs_id) d from measured where
theme='training' order by 1

-- window rank, named window
select obs_id, rank() over w r, first_value(obs_id) over w f from measured where theme='training' window w as
(partition by unit order by value desc, obs_id) order by 1

-- moving average frame
select obs_id, avg(value) over (order by obs_id rows between 2 preceding and current row) m from measured where
theme='education' order by 1

-- window over aggregate
select county_zh, sum(value) s, sum(sum(value)) over () tot from measured where unit='人' group by county_zh order by 1

-- ORDER BY LIMIT ties
select county_zh, value from measured where unit='人' order by value, county_zh limit 5

-- LIMIT percent OFFSET
select obs_id from measured order by obs_id limit 10% offset 3

-- ORDER BY ALL
select county_zh, theme from measured where place_level='township' order by all

-- CTE chain
with a as (select * from measured where theme='training'), b as (select county_zh, sum(value) s from a group by 1)
select county_zh, s from b where s>10 order by 1

-- CTE MATERIALIZED
with a as materialized (from measured where unit='人') select x.county_zh, count(*) n from a x join a y on
x.county_zh=y.county_zh and x.obs_id<y.obs_id group by 1 order by 1

-- CTE column aliases
with a(c,v) as (select county_zh, value from measured where theme='cadre_age') select * from a order by all

-- nested WITH shadowing
with a as (select 1 x) select * from (with a as (select county_zh from measured where theme='cadre_age') select * from
a) order by 1

-- recursive CTE UNION ALL
with recursive t(place_id,name,depth) as (select place_id,name_zh,0 from place where level='county' union all select
p.place_id,p.name_zh,depth+1 from place p join t on p.parent_id=t.place_id where depth<3) select t.name, m.obs_id from
t join measured m on m.place_id=t.place_id order by 1,2

-- recursive over observations
with recursive chain(obs_id,root,n) as (select obs_id, obs_id, 0 from observation where restates_obs_id is null union
all select o.obs_id, c.root, n+1 from observation o join chain c on o.restates_obs_id=c.obs_id) select obs_id, root
from chain where n>0 order by 1

-- recursive CTE UNION
with recursive t(n) as (select 1 union select n+1 from t where n<3) select n from t order by 1

-- recursive USING KEY
with recursive t(k,n) using key (k) as (select 1,1 union select k,n+1 from t where n<3) select * from t

-- UNION ALL
select county_zh, value from measured where theme='training' union all select county_zh, value from measured where
theme='education' order by all

-- UNION
select county_zh from measured where theme='training' union select county_zh from measured where theme='education'
order by 1

-- UNION ALL BY NAME
select county_zh, value from measured where theme='training' union all by name select value, unit, county_zh from
measured where theme='education' order by all

-- UNION with own file
select county_zh, value from measured where theme='training' and place_level='county' union all select county_zh,
households from mine order by 1,2

-- INTERSECT
select county_zh from measured where theme='training' intersect select county_zh from measured where theme='education'
order by 1

-- EXCEPT
select county_zh from measured where theme='training' except select county_zh from measured where theme='cadre_pay'
order by 1

-- INTERSECT ALL
select county_zh from measured where theme='training' intersect all select county_zh from measured where
theme='education' order by 1

-- EXCEPT ALL
select county_zh from measured where theme='training' except all select county_zh from measured where
theme='education' order by 1

-- PIVOT (statement)
pivot (from measured where place_level='county') on unit in ('人','个') using sum(value) group by county_zh order by
county_zh

-- PIVOT dynamic
pivot (select county_zh, theme, value from measured where place_level='county') on theme using sum(value) group by
county_zh

-- PIVOT (SQL standard)
from (select county_zh, unit, value from measured where place_level='county') pivot (sum(value) as s, count(*) as n
for unit in ('人','个')) order by county_zh

-- UNPIVOT (statement)
unpivot (select obs_id, value_low, value_high from figures where theme='training') on value_low, value_high into name
bound value v order by obs_id, bound

-- UNPIVOT (SQL standard)
from (select county_zh, value_low, value_high from figures where qualifier<>'exact') unpivot (v for bound in
(value_low, value_high)) order by all

-- FROM-first
from measured where theme='cadre_age' order by obs_id

-- FROM-first aggregate
from measured select theme, max(value) m group by theme order by 1

-- * EXCLUDE
select * exclude (sentence, quote) from measured where theme='cadre_age' order by obs_id

-- * REPLACE
select * replace (value*10 as value) from (select county_zh, value, unit from measured where theme='training') order
by all

-- * over subquery join
select * from (select county_zh, sum(value) s from measured group by 1) a join (select county_zh, count(*) n from
measured group by 1) b using (county_zh) order by 1

-- COLUMNS regex
select columns('county.*|val.*') from (select * from measured where theme='cadre_age') order by all

-- COLUMNS regex '.*'
select columns('.*') from (select county_zh, value from measured where theme='cadre_age') t order by all

-- COLUMNS lambda
select max(columns(c -> c like 'value%')) from (from figures where unit='人')

-- t.* and COLUMNS(t.*)
select t.*, u.n from (select county_zh, sum(value) s from measured group by 1) t join (select county_zh, count(*) n
from measured group by 1) u using (county_zh) order by 1

-- struct, dot access
select s.a, s.b from (select {'a':county_zh,'b':value} s from measured where theme='education') order by 1,2

-- whole row as struct
select m from (select county_zh, value from measured where theme='cadre_age') m order by 1

-- unnest in SELECT
select county_zh, unnest(obs_ids) o from coverage where theme='training' order by 1,2

-- unnest in FROM
select c.county_zh, u.o from coverage c, unnest(c.obs_ids) u(o) where c.theme='training' order by 1,2

-- list comprehension
select county_zh, [x*2 for x in l if x>10] d from (select county_zh, list(value order by obs_id) l from measured where
unit='人' group by 1) order by 1

-- list_reduce lambda
select theme, list_sum(list_transform(list(value), x -> x+1)) s from measured group by 1 order by 1

-- user view
select * from v_training order by all

-- view on view, aliases
select c, s from v_sum as x(c,s) where s>20 order by 1

-- table macro
select county_zh, n from by_theme('training') order by 1

-- scalar macro
select obs_id, twice(value) t from measured where theme='cadre_age' order by 1

-- scalar macro with subquery
select distinct county_zh, maxof(county_zh) t from measured order by 1

-- TABLESAMPLE repeatable
select count(*) from measured tablesample reservoir(20 rows) repeatable (7)

-- USING SAMPLE
select obs_id from measured using sample 10 rows

-- VALUES
select * from (values ('碧江区',1),('思南县',2)) t(c,n) join measured m on m.county_zh=t.c and m.theme='cadre_age' order by
all

-- VALUES alone
values (1,2),(3,4)

-- join own CSV, rate
select m.county_zh, m.value, f.households, m.value/f.households r from measured m join mine f using (county_zh) where
m.unit='人' and m.place_level='county' order by 1,2

-- own CSV alone
select county_zh, households*my_rate x from mine order by 1

-- own CSV aggregated with figures
select f.county_zh, any_value(f.households) h, sum(m.value) s, count(m.obs_id) n from mine f left join measured m on
m.county_zh=f.county_zh and m.unit='人' group by 1 order by 1

-- read_csv() call
select m.county_zh, c.households from measured m join read_csv('mine.csv') c using (county_zh) where
m.theme='cadre_age' order by 1

-- file by its path
select county_zh, households from 'mine.csv' order by 1

-- kept result
select county_zh, n from r1 where n>3 order by 1

-- kept result joined
select r.county_zh, r.n, count(*) k from r1 r join measured m using (county_zh) group by all order by all

-- parameters | theme=training min=3
select county_zh, sum(value) s from measured where theme=$theme and value>$min group by 1 order by 1

-- query()
from query('select county_zh from measured') order by 1 limit 3

-- query_table()
select count(*) from query_table('measured')

-- SUMMARIZE
summarize measured

-- DESCRIBE
describe measured

-- link table
select kind, l.from_obs, b.value from link l join figures b on b.obs_id=l.to_obs where kind='part_of' order by all

-- known_total
select k.what, k.value, p.name_zh from known_total k join place p using (place_id) order by all

-- comparison view
select place_zh, other_place_zh, len(reasons) n from comparison where theme='education' order by all limit 20

-- ranking view grouped
select theme, count(*) n from ranking group by 1 order by 1

-- LATERAL alias reuse
select value*2 as d, d+1 as e from measured where theme='cadre_age' order by 1

-- date/interval arithmetic
select county_zh, period_end - period_start as days, date_trunc('month',period_start) m from measured where
period_start is not null order by all limit 10

-- two statements
select 1; select count(*) from measured

-- CREATE TABLE AS
create table zz as select county_zh from measured

-- cast ::, BETWEEN, LIKE, regexp
select value::int v, county_zh from measured where value between 3 and 30 and county_zh like '%县' and
regexp_matches(unit,'^人') order by all

-- nested aggregates via subquery
select avg(s) from (select county_zh, sum(value) s from measured where unit='人' group by 1)

-- IN list, row values
select obs_id from measured where (county_zh, theme) in (('碧江区','training'),('思南县','cadre_age')) order by 1

-- join on subquery condition
select a.obs_id from measured a join place p on p.place_id=a.place_id and a.value=(select max(value) from measured z
where z.theme=a.theme) order by 1
