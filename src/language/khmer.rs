//! The words in Khmer. Zero-width spaces stand between words in sentences, so that lines can break.
#![allow(
    clippy::invisible_characters,
    reason = "Khmer is written without spaces; browsers break its lines at zero-width spaces"
)]

mod compare;
pub(super) mod later;
mod reviews;
mod share;
mod texts;

use super::{Offered, Words, status};

/// What pages in the other languages say of this one.
pub(super) const OFFERED: Offered = Offered {
    code: "km",
    name: "ខ្មែរ",
    offer: "ទំព័រនេះមានជាភាសាខ្មែរដែរ។",
    new_review: "ការវាយតម្លៃរបស់ខ្ញុំ",
};

/// Khmer.
pub static KHMER: Words = Words {
    code: OFFERED.code,
    name: OFFERED.name,
    offer: OFFERED.offer,
    languages_label: "ភាសា",
    site: "បញ្ជីត្រួតពិនិត្យកិច្ចព្រមព្រៀង",
    months: [
        "មករា",
        "កុម្ភៈ",
        "មីនា",
        "មេសា",
        "ឧសភា",
        "មិថុនា",
        "កក្កដា",
        "សីហា",
        "កញ្ញា",
        "តុលា",
        "វិច្ឆិកា",
        "ធ្នូ",
    ],
    era: 0,
    statuses: [
        status("មិនទាន់វាយតម្លៃ", "មិនទាន់វាយតម្លៃ", "អ្នក​មិនទាន់​ពិនិត្យ​ករណីយកិច្ច​នេះ​ទេ។"),
        status("មិនទាន់ដល់កំណត់", "មិនទាន់ចូលជាធរមាន", "លក្ខខណ្ឌ​ចាប់ផ្តើម ឬ​កាលកំណត់​របស់វា​មិនទាន់​មកដល់​ទេ។"),
        status(
            "គ្មានភស្តុតាងជាសាធារណៈ",
            "គ្មានភស្តុតាងជាសាធារណៈ",
            "អ្នក​បាន​រកមើល គ្មាន​ប្រភព​សាធារណៈ​ណា​បញ្ជាក់ ឬ​បដិសេធ​ទេ។",
        ),
        status(
            "មិនទាន់ចាប់ផ្តើម",
            "មិនទាន់បានគោរព",
            "ដល់​កំណត់​ហើយ ប្រភព​នានា​បង្ហាញ​ថា​មិនមាន​ជំហាន​ណា​ត្រូវ​បាន​អនុវត្ត​ទេ។",
        ),
        status("កំពុងអនុវត្ត", "គោរពបានមួយផ្នែក", "ជំហាន​ខ្លះ​ត្រូវ​បាន​អនុវត្ត ឬ​ត្រូវ​បាន​គោរព​តែ​មួយផ្នែក។"),
        status("បានបំពេញ", "បានគោរព", "បាន​ធ្វើ​តាម​ដែល​បាន​សរសេរ ឬ​បាន​គោរព​រហូត​មកដល់​ពេលនេះ។"),
        status("បានផ្អាក", "បានផ្អាក", "ភាគី ឬ​ស្ថាប័ន​ណាមួយ​បាន​ផ្អាក​វា​ជា​សាធារណៈ។"),
        status("មានទំនាស់", "មានការចោទថាបំពាន", "ប្រភព ឬ​ភាគី​នានា​លើកឡើង​ផ្ទុយ​គ្នា។"),
        status("មិនបានបំពេញ", "បានបំពាន", "មិន​បាន​ធ្វើ​ត្រឹម​កាលកំណត់ ឬ​ត្រូវ​បាន​បំពាន​យ៉ាងច្បាស់។"),
    ],
    kinds: ["សកម្មភាពតែម្តង", "ករណីយកិច្ចបន្ត", "ការហាមឃាត់", "ករណីយកិច្ចធ្វើឡើងវិញ"],
    views: [
        "បញ្ជីត្រួតពិនិត្យ",
        "ទិដ្ឋភាពទូទៅ",
        "កាលប្បវត្តិ",
        "ប្រៀបធៀប",
        "អត្ថបទ និងវិធីសាស្ត្រ",
        "ការវាយតម្លៃ",
    ],
    theme_light: "ប្រើពណ៌ភ្លឺ",
    theme_dark: "ប្រើពណ៌ងងឹត",
    dismiss: "បិទចោល",
    edition: |version| format!("កំណែចេញផ្សាយ {version}"),
    record_followed_to: |day| format!("កំណត់ត្រា​សាធារណៈ​ត្រូវ​បាន​តាមដាន​ដល់ {day}"),
    filter_open: |count| {
        if count == 0 {
            "តម្រង".to_owned()
        } else {
            format!("តម្រង កំពុងប្រើ {count}")
        }
    },
    filter_marked: "សម្គាល់ថាត្រូវតាមដាន",
    filter_differs: "ខុសពីកំណត់ត្រា",
    duties: |count| format!("ករណីយកិច្ច {count}"),
    obligations: |count| format!("កាតព្វកិច្ច {count}"),
    shown: |shown, all| format!("បង្ហាញ​កាតព្វកិច្ច {shown} ក្នុង​ចំណោម {all}"),
    clear_filters: "ដកតម្រងទាំងអស់",
    lift: |chip, count| format!("ដក​តម្រង {chip} ចេញ៖ នឹង​បង្ហាញ​កាតព្វកិច្ច {count}"),
    more_rows: |next, left| format!("បង្ហាញ {next} ទៀត ក្នុងចំណោម {left}"),
    nothing_found: "គ្មាន​កាតព្វកិច្ច​ត្រូវ​នឹង​តម្រង​ទាំងនេះ",
    nothing_found_lift: "ដកតម្រងមួយចេញ៖",
    chip_words: |words| format!("“{words}”"),
    chip_text: |id| format!("អត្ថបទ៖ {id}"),
    counts_duties: "រាប់​ករណីយកិច្ច៖ កាតព្វកិច្ច​មួយ​លើ​អ្នកមាន​ករណីយកិច្ច​មួយ។",
    counts_obligations: "រាប់កាតព្វកិច្ច។",
    mixed: "ស្ថានភាព​ខុសគ្នា​រវាង​អ្នកមាន​ករណីយកិច្ច",
    not_assessed_of: |count, all| format!("មិនទាន់វាយតម្លៃ {count}/{all}"),
    tally: |party, counts, all| {
        let list: Vec<String> = counts.iter().map(|(word, count)| format!("{word} {count}")).collect();
        format!("{party}, ករណីយកិច្ច {all}៖ {}", list.join(", "))
    },
    locked: "ចាក់សោរហូតដល់ផ្សព្វផ្សាយ",
    from_record: "ពីកំណត់ត្រា",
    has_note: "មានកំណត់ចំណាំ",
    choose_status: |id, party| format!("ស្ថានភាពនៃ {id}, {party}"),
    part_failed: "មិន​អាច​ផ្ទុក​ផ្នែក​នេះ​បាន​ទេ។ ការវាយតម្លៃ​របស់​អ្នក​ដំណើរការ​ដោយ​មិន​ត្រូវការ​ផ្នែក​នេះ។",
    new_review: OFFERED.new_review,
    all_reviews: |name| format!("{name}៖ ការវាយតម្លៃទាំងអស់"),
    no_review: "មិនទាន់មានការវាយតម្លៃ",
    nothing_stored: "គ្មានអ្វីបានរក្សាទុក",
    saved: "បានរក្សាទុកក្នុងឧបករណ៍នេះ",
    saving_off: "មិនបានរក្សាទុក",
    undo: "មិនធ្វើវិញ",
    redo: "ធ្វើវិញ",
    undone: "បានដកវិញ",
    redone: "បានធ្វើវិញ",
    started_record: "បានបំពេញពីកំណត់ត្រាសាធារណៈ",
    status_set: |id, party, status| format!("{id}, {party}៖ {status}"),
    snapshot_of: |title| format!("ច្បាប់ថតទុក៖ {title}"),
    dismissed: "បានបិទច្បាប់ថតទុក",
    reopen: "បង្ហាញម្តងទៀត",
    offline_ready: "រួចរាល់​សម្រាប់​ប្រើ​ក្រៅ​បណ្តាញ",
    update_ready: "មាន​កំណែ​ថ្មី។ ការវាយតម្លៃ​របស់​អ្នក​នៅ​ដដែល។",
    update_now: "ធ្វើបច្ចុប្បន្នភាព",
    bases: [
        "មិនបញ្ជាក់មូលដ្ឋាន",
        "ភាគីខ្លួនឯងលើកឡើង",
        "ភាគីម្ខាងទៀតលើកឡើង",
        "របាយការណ៍សារព័ត៌មាន",
        "អ្នកសង្កេតការណ៍ផ្ទៀងផ្ទាត់",
        "ការសង្កេតផ្ទាល់ខ្លួន",
    ],
    part_waits: "កំពុងផ្ទុក …",
    try_again: "សាកម្តងទៀត",
    select_one: "ជ្រើសកាតព្វកិច្ចមួយ",
    snapshot: "ច្បាប់ថតទុក",
    close: "បិទ",
    printed: |edition, day| format!("{edition} · បោះពុម្ពនៅ {day} · ការវាយតម្លៃ​ផ្ទាល់ខ្លួន មិនមែន​ផ្លូវការ"),
};
