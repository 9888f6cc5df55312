//! The words of the comparison in Khmer.
#![allow(
    clippy::invisible_characters,
    reason = "Khmer is written without spaces; browsers break its lines at zero-width spaces"
)]

use crate::language::CompareWords;

/// Khmer.
pub const COMPARE: CompareWords = CompareWords {
    lead: "ការវាយតម្លៃ​ពីរ ឬ​ច្រើន​ជាង​នេះ​លើ​ករណីយកិច្ច​នីមួយៗ ដាក់​ទន្ទឹម​គ្នា។ គ្មាន​អ្វី​ប្រែប្រួល​ទេ រហូត​ដល់​អ្នក​បញ្ចូល​វា។",

    sources: "អ្វីដែលប្រៀបធៀប",
    letters: ["A", "B", "C", "D", "E", "F"],
    source: |letter| format!("ខាង {letter}"),
    offers: ["ក្នុងឧបករណ៍នេះ", "ការវាយតម្លៃរបស់អ្នក ពីមុន", "ពីខាងក្រៅ", "កំណត់ត្រាសាធារណៈ"],
    swap: "ប្តូរកន្លែង A និង B",
    add: "បន្ថែមមួយខាងទៀត",
    drop: |letter| format!("ដកខាង {letter} ចេញ"),
    side_by_side: "ប្រៀបធៀបទន្ទឹមគ្នា",
    add_file: "បន្ថែមឯកសារវាយតម្លៃ",
    only_differences: "តែចំណុចខុសគ្នា",
    record: "កំណត់ត្រាសាធារណៈ",
    own_unnamed: "ការវាយតម្លៃរបស់អ្នក",
    before: |name, day| format!("{name} មុន {day}"),
    own_line: |when| format!("របស់អ្នក កែប្រែនៅ {when}"),
    kept_line: |when| format!("ក្នុងឧបករណ៍នេះ កែប្រែនៅ {when}"),
    earlier_line: "ការវាយតម្លៃ​របស់​អ្នក ដូច​កាល​ពី​មុន",
    file_line: |file, author| {
        if author.is_empty() {
            format!("ពីឯកសារ {file}")
        } else {
            format!("ពីឯកសារ {file} សរសេរថាមកពី “{author}”")
        }
    },
    record_line: |edition, day| format!("{edition} តាមដានដល់ {day}"),

    summary: "សង្ខេប",
    headline: |count, all| format!("មិន​ដូចគ្នា៖ ករណីយកិច្ច {count} ក្នុង​ចំណោម {all}"),
    agree: "ដូចគ្នា",
    differ: "ខុសគ្នា",
    only: |letter| format!("មានតែក្នុង {letter}"),
    nobody: ["គ្មានទាំងពីរខាង", "គ្មានខាងណាមាន"],
    of: |count, all| format!("{count} ក្នុងចំណោម {all}"),
    first: [
        |count| format!("{count} លើស្ថានភាព"),
        |count| format!("{count} លើមូលដ្ឋាន"),
        |count| format!("{count} លើ​កាលបរិច្ឆេទ “គិតត្រឹម”"),
        |count| format!("{count} លើកំណត់ចំណាំ"),
        |count| format!("{count} លើភស្តុតាង"),
    ],
    no_difference: "គ្មាន​ចំណុចខុសគ្នា​ត្រូវ​បង្ហាញ​ទេ។",

    table: "ករណីយកិច្ចម្តងមួយៗ",
    party: "ភាគី",
    keep: "ជ្រើសយក",
    keep_for: |id, bearer| format!("ជ្រើសយកសម្រាប់ {id}, {bearer}"),
    mine: "របស់ខ្ញុំ",
    theirs: "ម្ខាងទៀត",
    undecided: "មិនទាន់ជ្រើស",
    group_count: |count, all| format!("ករណីយកិច្ច {count} ក្នុង​ចំណោម {all} មិន​ដូចគ្នា"),
    group_mine: "ទុករបស់ខ្ញុំ",
    group_theirs: "យកម្ខាងទៀត",
    group_take: |letter| format!("យក {letter}"),
    for_group: |act, group| format!("{act}៖ {group} ទាំងអស់"),

    taking: "យកមកប្រើ",
    decided: |decided, all, mine, taken| format!("បាន​ជ្រើស {decided} ក្នុង​ចំណោម {all}៖ ទុក​របស់​ខ្ញុំ {mine}, យក​មក​ប្រើ {taken}"),
    all_mine: "ទុករបស់ខ្ញុំទាំងអស់",
    all_theirs: "យកម្ខាងទៀតទាំងអស់",
    clear: "លុបការជ្រើស",
    stays: "ករណីយកិច្ច​ដែល​មិនទាន់​ជ្រើស​នៅ​ដដែល។ ចុច “មិនធ្វើវិញ” ម្តង ដើម្បី​ដក​វិញ​ទាំងអស់។",
    apply: |count| format!("បញ្ចូល​ការកែប្រែ {count} ក្នុង​របស់​ខ្ញុំ"),
    cannot: "ដើម្បី​យក​អ្វី​មួយ​មក​ប្រើ ដាក់​ការវាយតម្លៃ​របស់​អ្នក​នៅ​ខាង​ណា​មួយ។",

    agreement: |count| format!("ភាព​ស្រប​គ្នា​រវាង​អ្នកវាយតម្លៃ {count}"),
    agreement_text: "ក្នុង​ចំណោម​ករណីយកិច្ច​ដែល​អ្នកវាយតម្លៃ​ទាំងពីរ​បាន​វាយតម្លៃ មាន​ប៉ុន្មាន​ដែល​ទាំងពីរ​ឱ្យ​ស្ថានភាព​ដូចគ្នា។",
    assessor: "អ្នកវាយតម្លៃ",
    pair: |same, both, percent| format!("{same} ក្នុងចំណោម {both} ({percent}%)"),
    pair_none: "គ្មានរួមគ្នា",
    nominal: "អាល់ហ្វា​របស់ Krippendorff, ស្ថានភាព​ទាំងអស់",
    ordinal: "អាល់ហ្វា​របស់ Krippendorff, កម្រិត 0 ដល់ 3",
    not_defined: "មិនកំណត់",
    alpha_text: |values, units, all| format!("គណនា​ពី​តម្លៃ {values} លើ​ករណីយកិច្ច {units} ក្នុង​ចំណោម {all} ដែល​មាន​អ្នកវាយតម្លៃ​យ៉ាង​តិច​ពីរ។"),
    alpha_none: |values, units, all| {
        format!(
            "តម្លៃ {values} លើ​ករណីយកិច្ច {units} ក្នុង​ចំណោម {all}៖ ករណីយកិច្ច​ដែល​មាន​អ្នកវាយតម្លៃ​ពីរ​តិច​ពេក ឬ​តម្លៃ​ទាំងអស់​ដូចគ្នា ដូច្នេះ​មិន​អាច​បែងចែក​ភាព​ស្រប​គ្នា​ពី​ការចៃដន្យ​បាន​ទេ។"
        )
    },
    alpha_means: "1 គឺ​ស្រប​គ្នា​ទាំងស្រុង 0 គឺ​ដូច​អ្វី​ដែល​ការចៃដន្យ​ផ្តល់ ហើយ​ក្រោម 0 គឺ​តិច​ជាង​នោះ។ តួលេខ​ទីមួយ​ពិនិត្យ​ថា​ស្ថានភាព​ដូចគ្នា ឬ​អត់។ តួលេខ​ទីពីរ​ពិនិត្យ​ថា​ស្ថានភាព​ឃ្លាត​គ្នា​ប៉ុនណា​លើ​មាត្រដ្ឋាន​របស់​វិទ្យាស្ថាន Kroc៖ 0 មិនទាន់​ចាប់ផ្តើម, 1 តិចតួច, 2 មធ្យម, 3 បាន​បំពេញ។ ស្ថានភាព​ដែល​គ្មាន​កន្លែង​លើ​មាត្រដ្ឋាន​នោះ មិន​ត្រូវ​បាន​រាប់​បញ្ចូល​ទេ។",
};
