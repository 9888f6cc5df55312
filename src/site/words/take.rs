//! The words of what a reader takes away: citations, cards for other pages, images, tables, calendars.

#![allow(
    clippy::invisible_characters,
    reason = "Khmer has no blanks between words; these say where a line may break"
)]

use crate::catalogue::record::Language;
use crate::catalogue::record::Language::{En, Km, Th};

/// All words about what a reader takes away in one language. Those of the script are in `script`.
#[allow(
    missing_docs,
    reason = "the names say what stands in them; the words are in the statics"
)]
pub struct TakeWords {
    /// Edition and date, as a citation has them.
    pub note: fn(edition: &str, to: &str) -> String,
    pub take: &'static str,
    pub card: &'static str,
    pub deadlines: &'static str,
    pub deadline_of: fn(id: &str, title: &str) -> String,
    pub as_read_by: fn(party: &str) -> String,
    pub from_record: &'static str,
    pub open_obligation: &'static str,
    pub open_snapshot: &'static str,
    pub counts_given: &'static str,
    pub damaged: &'static str,
    pub needs_script: &'static str,
    /// For the script, by the names that it uses.
    pub script: &'static [(&'static str, &'static str)],
}

/// The words of a language.
pub fn take_words(language: Language) -> &'static TakeWords {
    match language {
        En => &ENGLISH,
        Km => &KHMER,
        Th => &THAI,
    }
}

static ENGLISH: TakeWords = TakeWords {
    note: |edition, to| format!("Edition {edition}, public record followed to {to}"),
    take: "Embed and share",
    card: "Card for other pages",
    deadlines: "Deadlines as a calendar file",
    deadline_of: |id, title| format!("Deadline of {id}: {title}"),
    as_read_by: |party| format!("As {party} reads it."),
    from_record: "From the public record",
    open_obligation: "Open the obligation",
    open_snapshot: "Open the snapshot",
    counts_given: "Counts as given by the sender.",
    damaged: "This card has no counts, or its address was damaged on the way.",
    needs_script: "This card needs JavaScript. The link beside it leads to the snapshot.",
    script: &[
        ("copy", "Copy"),
        ("copied", "Copied"),
        ("refused", "The browser did not allow it. Select the text and copy it."),
        ("citation", "Citation"),
        ("plain", "Text"),
        ("embed", "Embed in another page"),
        (
            "embedLead",
            "Paste this into the article. It loads a small card from this site; nothing is stored.",
        ),
        ("snippet", "Code"),
        ("image", "Image"),
        ("wide", "Wide"),
        ("square", "Square"),
        ("saveImage", "Save as"),
        ("shareImage", "Share image"),
        ("tables", "Tables of the obligations in the list"),
        ("tablesLead", "In the order of the list, with text and assessment."),
        ("word", "Word"),
        ("excel", "Excel"),
        ("failed", "This could not be made. Try again when you are online."),
        ("cut", "The title is too long for the image and was cut."),
        ("snapshotOf", "Snapshot"),
        ("check", "check"),
        ("checklist", "Checklist"),
        ("id", "Number"),
        ("text", "Text"),
        ("instrument", "Instrument"),
        ("assessment", "Assessment"),
        ("unofficial", "Personal assessment, not official"),
        ("fromRecord", "From the public record"),
    ],
};

static KHMER: TakeWords = TakeWords {
    note: |edition, to| format!("កំណែចេញផ្សាយ {edition} កំណត់ត្រា​សាធារណៈ​ត្រូវ​បាន​តាមដាន​ដល់ {to}"),
    take: "បង្កប់ និង​ចែករំលែក",
    card: "កាត​សម្រាប់​ទំព័រ​ផ្សេង",
    deadlines: "កាលកំណត់​ជា​ឯកសារ​ប្រតិទិន",
    deadline_of: |id, title| format!("កាលកំណត់​នៃ {id}៖ {title}"),
    as_read_by: |party| format!("តាម​ការ​យល់​របស់ {party}។"),
    from_record: "ពី​កំណត់ត្រា​សាធារណៈ",
    open_obligation: "បើក​កាតព្វកិច្ច",
    open_snapshot: "បើក​ច្បាប់ថតទុក",
    counts_given: "ចំនួន​តាម​អ្នក​ផ្ញើ​បាន​ផ្ដល់។",
    damaged: "កាត​នេះ​គ្មាន​ចំនួន ឬ​អាសយដ្ឋាន​របស់​វា​បាន​ខូច​តាម​ផ្លូវ។",
    needs_script: "កាត​នេះ​ត្រូវ​ការ JavaScript។ តំណ​នៅ​ក្បែរ​នាំ​ទៅ​ច្បាប់ថតទុក។",
    script: &[
        ("copy", "ចម្លង"),
        ("copied", "បាន​ចម្លង"),
        ("refused", "កម្មវិធី​រុករក​មិន​អនុញ្ញាត។ សូម​ជ្រើស​អត្ថបទ ហើយ​ចម្លង។"),
        ("citation", "ការ​ដកស្រង់"),
        ("plain", "អត្ថបទ"),
        ("embed", "បង្កប់​ក្នុង​ទំព័រ​ផ្សេង"),
        ("embedLead", "បិទភ្ជាប់​កូដ​នេះ​ក្នុង​អត្ថបទ។ វា​ផ្ទុក​កាត​តូច​មួយ​ពី​គេហទំព័រ​នេះ ហើយ​មិន​រក្សាទុក​អ្វី​ទេ។"),
        ("snippet", "កូដ"),
        ("image", "រូបភាព"),
        ("wide", "ផ្ដេក"),
        ("square", "ការ៉េ"),
        ("saveImage", "រក្សាទុក​ជា"),
        ("shareImage", "ចែករំលែក​រូបភាព"),
        ("tables", "តារាង​កាតព្វកិច្ច​ក្នុង​បញ្ជី"),
        ("tablesLead", "តាម​លំដាប់​នៃ​បញ្ជី ជាមួយ​អត្ថបទ និង​ការវាយតម្លៃ។"),
        ("word", "Word"),
        ("excel", "Excel"),
        ("failed", "មិន​អាច​បង្កើត​បាន​ទេ។ សូម​សាកល្បង​ម្ដង​ទៀត​ពេល​មាន​អ៊ីនធឺណិត។"),
        ("cut", "ចំណងជើង​វែង​ពេក​សម្រាប់​រូបភាព ហើយ​ត្រូវ​បាន​កាត់។"),
        ("snapshotOf", "ច្បាប់ថតទុក"),
        ("check", "លេខ​ផ្ទៀងផ្ទាត់"),
        ("checklist", "បញ្ជីត្រួតពិនិត្យ"),
        ("id", "លេខ"),
        ("text", "អត្ថបទ"),
        ("instrument", "ឯកសារ"),
        ("assessment", "ការវាយតម្លៃ"),
        ("unofficial", "ការវាយតម្លៃ​ផ្ទាល់ខ្លួន មិនមែន​ផ្លូវការ"),
        ("fromRecord", "ពី​កំណត់ត្រា​សាធារណៈ"),
    ],
};

static THAI: TakeWords = TakeWords {
    note: |edition, to| format!("ฉบับข้อมูล {edition} ติดตามข้อมูลสาธารณะถึงวันที่ {to}"),
    take: "ฝังและแบ่งปัน",
    card: "การ์ดสำหรับหน้าเว็บอื่น",
    deadlines: "กำหนดเวลาเป็นไฟล์ปฏิทิน",
    deadline_of: |id, title| format!("กำหนดเวลาของ {id}: {title}"),
    as_read_by: |party| format!("ตามที่{party}ตีความ"),
    from_record: "จากข้อมูลสาธารณะ",
    open_obligation: "เปิดพันธกรณี",
    open_snapshot: "เปิดชุดสถานะที่แชร์",
    counts_given: "จำนวนตามที่ผู้ส่งให้ไว้",
    damaged: "การ์ดนี้ไม่มีจำนวน หรือที่อยู่เสียหายระหว่างทาง",
    needs_script: "การ์ดนี้ต้องใช้ JavaScript ลิงก์ข้าง ๆ นำไปยังชุดสถานะที่แชร์",
    script: &[
        ("copy", "คัดลอก"),
        ("copied", "คัดลอกแล้ว"),
        ("refused", "เบราว์เซอร์ไม่อนุญาต โปรดเลือกข้อความแล้วคัดลอก"),
        ("citation", "การอ้างอิง"),
        ("plain", "ข้อความ"),
        ("embed", "ฝังในหน้าเว็บอื่น"),
        (
            "embedLead",
            "วางโค้ดนี้ในบทความ หน้านั้นจะโหลดการ์ดขนาดเล็กจากเว็บไซต์นี้โดยไม่จัดเก็บข้อมูลใด ๆ",
        ),
        ("snippet", "โค้ด"),
        ("image", "รูปภาพ"),
        ("wide", "แนวนอน"),
        ("square", "จัตุรัส"),
        ("saveImage", "บันทึกเป็น"),
        ("shareImage", "แบ่งปันรูปภาพ"),
        ("tables", "ตารางพันธกรณีในรายการ"),
        ("tablesLead", "ตามลำดับของรายการ พร้อมข้อความและการประเมิน"),
        ("word", "Word"),
        ("excel", "Excel"),
        ("failed", "สร้างไม่สำเร็จ โปรดลองอีกครั้งเมื่อเชื่อมต่ออินเทอร์เน็ต"),
        ("cut", "ชื่อยาวเกินไปสำหรับรูปภาพจึงถูกตัด"),
        ("snapshotOf", "ชุดสถานะที่แชร์"),
        ("check", "รหัสตรวจสอบ"),
        ("checklist", "รายการตรวจสอบ"),
        ("id", "หมายเลข"),
        ("text", "ข้อความ"),
        ("instrument", "เอกสาร"),
        ("assessment", "การประเมิน"),
        ("unofficial", "การประเมินส่วนบุคคล ไม่ใช่ทางการ"),
        ("fromRecord", "จากข้อมูลสาธารณะ"),
    ],
};
