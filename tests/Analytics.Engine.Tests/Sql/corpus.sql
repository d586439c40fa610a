select 1

select a,b , c from t where x=1 and y<>2 or not z order by a desc,b nulls last limit 10 offset 5;

select distinct county_zh, count(*) filter (where value>3) as n, sum(value)/count(*)*100 pct from figures f join place p using(place_id) left join unit as u on u.unit=f.unit and u.kind='money' where theme in('training','education') group by all having count(*)>1 qualify row_number() over(partition by county_zh order by n desc)=1

with a as (select 1 as x), b(y) as materialized (select x from a) select * from a,b where a.x=b.y

with recursive t(n) as (values (1) union all select n+1 from t where n<100) select sum(n) from t

from figures select county_zh where value between 1 and 2 and value not between 3 and 4

select case when value>1 then 'a' when value>2 then 'b' else 'c' end as kind, case statistic when 'mean' then 1 end from figures

select -1, - 1, 1 - -1, +2, a-1, a - b, -a, (-a), x*-1, a||'b'||c, not true, 5!=4, 2**3, 7//2, 7%2

select x::varchar, cast(y as decimal(10,2)), try_cast(z as date), date '2025-07-01', interval 3 day, interval '1' month, timestamp '2025-01-01 00:00:00', [1,2,3][1], {'a':1,'b':[2]}.a, map {'k':1}, list_filter([1,2],lambda x:x>1), s[1:2], s[:-1]

select * exclude (a,b) replace (c+1 as c) from t

select t.* , "Odd Name", "a""b" from "my schema"."my table" as t

select a, /* why */ b, -- the second
  c -- the third
from t -- the table
where /* none */ x = 1

select
  -- the first column
  a,
  /* a comment
     of two lines */
  b
from t

select * from (select theme, max(value) as m from figures group by theme) as s where exists (select 1 from link where from_obs=s.m) and s.theme not in (select theme from coverage)

select (select max(value) from figures f where f.county_id=p.county_id and f.theme='training' and f.modality='reported' and f.restates_obs_id is null) as best, p.name_zh from place p where p.level='county'

select 1 union select 2 union all select 3 intersect select 4 except select 5

(select 1) union all by name (select 2) order by 1

values (1,'a'),(2,'b')

select * from (values ('level', '层级不同（县与乡镇、村）', 'levels differ (county beside township or village)'), ('population', '对象不同', 'populations differ')) as code(code, label_zh, label_en)

select string_agg(place_zh || ' ' || value_display, '；' order by place_id, obs_id) as figures, list(obs_id order by place_id) from measured

select sum(value) over (partition by theme order by value rows between unbounded preceding and current row), lag(value, 1 ignore nulls) over w from figures window w as (partition by county_id order by period_start)

select a is distinct from b, a is not distinct from b, a is null, b is not null, c like '%x%', d ilike 'y', e similar to 'z', f glob 'q*' from t

select * from a cross join b natural join c inner join d on true full outer join e using (id) asof join f on f.t >= a.t positional join g semi join h using (k) anti join i using (k)

select extract(year from period_start), substring(quote from 1 for 2), trim(both 'x' from y), position('a' in b) from figures

select first, last, year, month, value, name, text, level, key, type, data, source, label, location, rows, range, filter, over, partition from t order by value, name, year

select $county from t where county_zh = $county or $county is null

select ?, ?::int from t

select e'it\'s', $$dollar 'quoted'$$, $tag$ with $$ inside $tag$, x'ff', 'two
lines' from t

select county_zh, county_en, population_zh, population_en, criterion, value, unit, value_display, period_text, period_basis, obs_status, note, sentence, obs_id from measured where indicator_id in ('village_cadre_qualification_enrolment', 'village_cadre_and_reserve_qualification_enrolment', 'secretary_reserve_mean_age') and obs_status = 'normal'

select list_filter([if(a.place_level <> b.place_level, 'level', null), if(a.population_id <> b.population_id, 'population', null), if(a.accounting <> b.accounting, 'accounting', null)], lambda reason : reason is not null) as reasons, a.obs_id from figure as a join figure as b on a.theme = b.theme and a.statistic = b.statistic and a.unit = b.unit and a.place_id <> b.place_id and a.obs_id < b.obs_id

select case when a.qualifier = 'exact' and b.qualifier = 'exact' then 'both figures are exact' when a.qualifier = 'exact' then 'only the first figure is exact' else 'none of the two is' end as standing from pair as a

select * from t tablesample 10%

select * from read_csv('x.csv', header = true, delim := ';') as r(a, b)

select a from t group by grouping sets ((a), (a, b), ()), cube (c), rollup (d)

select unnest([1,2]) as u, struct_pack(a := 1, b := 2), row(1, 2), (1, 2), array[1, 2], count (*), coalesce (a, b), left (a, 1), replace(a, 'b', 'c')

select all a from t fetch first 3 rows only

select 1 limit 10 percent

select x -> 'a' ->> 'b', x @> y, x && y, a ^ 2, a & b, a << 1, ~a, @a from t

select * from lateral (select 1) as l, generate_series(1, 10) as g(i)

select distinct on (county_id) county_id, value from figures order by county_id, value desc

select true, false, null, TRUE and False

select a: 1, b: 2 from c: t

select columns('value_.*'), columns(c -> c like 'x%'), * like 'county%' from figures

select date, time, timestamp, interval, json from t

select #1, 4!, 2 ^ -1, a<-1, a=-b, a*-b from t

from t

table figures

select year(period_start) as year, month from figures group by year, month

with x as (from figures where theme = 'training'), y as (select county_zh, count(*) as n from x group by county_zh) select y.* from y order by n desc

select 最大 as 值, "表".列 from 表 as 别名 where 列 = '碧江区，玉屏'

create or replace view v as select a, b from t where c

create temp table r as with x as (select 1) from x

insert into t (a, b) select a, b from s where c = 1

insert into t values (1, 'a'), (2, 'b')

select grouping(a), 1 = any(select 2), x in (1,2), (x) in ((1),(2)) from t

select * from a, b as c, (d join e on d.x = e.x) where a.b.c = 1 and not exists (from z)
