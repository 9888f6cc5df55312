// Words that stand at the foot of the page for a time: that a new version is ready; that it can be installed (once, to somebody with a review of their own), and what an
// update changed (the program, the record, or both). Loaded by boot.js when there is something to say.

const WORDS = {
  en: {
    install: "You can install this page. It then opens from your home screen or desktop, also without a network.",
    ios: "You can put this page on your home screen: Share, then Add to Home Screen. It then has a store of its own. To take a review there, share it with yourself as a link or QR code, or save it as a file and open that there.",
    button: "Install",
    reviews: "Reviews",
    dismiss: "Dismiss",
    ready: "A new version is ready. Your review stays as it is.",
    update: "Update",
    program: "The program was updated. The record is as it was.",
    record: "The record was updated.",
    both: "The program and the record were updated.",
    changes: "What changed",
  },
  km: {
    install: "អ្នក​អាច​ដំឡើង​ទំព័រ​នេះ។ បន្ទាប់​មក វា​បើក​ពី​អេក្រង់​ដើម ឬ​ផ្ទៃតុ ទោះ​គ្មាន​បណ្តាញ​ក៏​ដោយ។",
    ios: "អ្នក​អាច​ដាក់​ទំព័រ​នេះ​លើ​អេក្រង់​ដើម៖ ចែករំលែក រួច “បន្ថែម​ទៅ​អេក្រង់​ដើម”។ នៅ​ទីនោះ វា​មាន​កន្លែង​រក្សា​ទុក​ផ្ទាល់​ខ្លួន។ ដើម្បី​យក​ការ​វាយតម្លៃ​ទៅ សូម​ចែករំលែក​ទៅ​ខ្លួនឯង​ជា​តំណ ឬ​កូដ QR ឬ​រក្សា​ទុក​ជា​ឯកសារ ហើយ​បើក​នៅ​ទីនោះ។",
    button: "ដំឡើង",
    reviews: "ការ​វាយតម្លៃ",
    dismiss: "បិទ",
    ready: "មាន​កំណែ​ថ្មី។ ការ​វាយតម្លៃ​របស់​អ្នក​នៅ​ដដែល។",
    update: "ធ្វើ​បច្ចុប្បន្នភាព",
    program: "កម្មវិធី​ត្រូវ​បាន​ធ្វើ​បច្ចុប្បន្នភាព។ កំណត់ត្រា​នៅ​ដដែល។",
    record: "កំណត់ត្រា​ត្រូវ​បាន​ធ្វើ​បច្ចុប្បន្នភាព។",
    both: "កម្មវិធី និង​កំណត់ត្រា​ត្រូវ​បាន​ធ្វើ​បច្ចុប្បន្នភាព។",
    changes: "អ្វី​បាន​ផ្លាស់​ប្តូរ",
  },
  th: {
    install: "ท่านติดตั้งหน้านี้ได้ แล้วเปิดจากหน้าจอหลักหรือเดสก์ท็อป แม้ไม่มีเครือข่าย",
    ios: "ท่านเพิ่มหน้านี้ลงในหน้าจอหลักได้: แชร์ แล้วเลือก “เพิ่มไปยังหน้าจอโฮม” หน้าที่ติดตั้งมีที่เก็บข้อมูลของตนเอง หากจะนำผลการประเมินไปด้วย ให้แชร์ถึงตนเองเป็นลิงก์หรือคิวอาร์โค้ด หรือบันทึกเป็นไฟล์แล้วเปิดที่นั่น",
    button: "ติดตั้ง",
    reviews: "การประเมิน",
    dismiss: "ปิด",
    ready: "มีรุ่นใหม่พร้อมแล้ว ผลการประเมินของท่านยังคงเดิม",
    update: "ปรับปรุง",
    program: "โปรแกรมได้รับการปรับปรุงแล้ว บันทึกยังคงเดิม",
    record: "บันทึกได้รับการปรับปรุงแล้ว",
    both: "โปรแกรมและบันทึกได้รับการปรับปรุงแล้ว",
    changes: "มีอะไรเปลี่ยนแปลง",
  },
};
const words = WORDS[document.documentElement.lang] ?? WORDS.en;

const element = (name, about, ...inner) => {
  const made = Object.assign(document.createElement(name), about);
  made.append(...inner);
  return made;
};

/** Shows a text with what can be done, until it is done or dismissed. */
function say(text, act, done = () => {}) {
  const area = element("div", { className: "toast-area aside" });
  area.setAttribute("role", "status");
  const close = () => {
    area.remove();
    done();
  };
  act?.addEventListener("click", close);
  const dismiss = element("button", { type: "button", className: "link", textContent: words.dismiss });
  dismiss.addEventListener("click", close);
  document.body.append(area);
  area.append(element("div", { className: "toast" }, element("p", {}, text), act ?? "", dismiss));
  return area;
}

/** Says that a new version waits; the reader chooses when it comes. */
export function offer(take) {
  document.querySelector(".aside.version")?.remove();
  const button = element("button", { type: "button", className: "link", textContent: words.update });
  button.addEventListener("click", take);
  say(words.ready, button).classList.add("version");
}

const HINT = "accord-checklist/hint";

/** Says once that the page can be installed: where the browser offers it, or on Apple's devices, which offer it in a menu only. */
export function install(prompt, kept) {
  if (kept(HINT) !== null || matchMedia("(display-mode: standalone)").matches || navigator.standalone === true) return;
  const told = () => kept(HINT, "told");
  if (prompt) {
    const button = element("button", { type: "button", className: "link", textContent: words.button });
    button.addEventListener("click", () => prompt.prompt());
    say(words.install, button, told);
  } else if (navigator.standalone === false) {
    say(words.ios, element("a", { href: "#reviews", className: "link", textContent: words.reviews }), told);
  }
}

/** Says what an update changed, code and record apart. */
export function updated(before, now) {
  const [program, record] = ["program", "record"].map((part) => before[part] !== now[part]);
  if (!program && !record) return;
  const text = program && record ? words.both : record ? words.record : words.program;
  const address = record ? "method.html#editions" : new URL("./changes.txt", import.meta.url).href;
  say(text, element("a", { href: address, className: "link", textContent: words.changes }));
}
