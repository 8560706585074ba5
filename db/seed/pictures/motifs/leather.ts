import { materials, ornament, shine } from "../brush";
import { shade } from "../colour";
import { lay, type Motif, stand } from "../motif";
import { circle, d, ellipse, group, path, rect, ring, stroke, times } from "../shapes";

const stitch = 'stroke-dasharray="9 7" opacity=".75"';

const handbag: Motif["draw"] = (b) => {
  const seam = shade(b.main, 0.2);
  return (
    stroke(d`M-86 -250C-100 ${-b.between(410, 440)} 100 ${-b.between(410, 440)} 86 -250`, shade(b.main, -0.08), 17) +
    path("M-150-270H150L186-24Q186 0 160 0H-160Q-186 0-186-24Z", b.lit(b.main)) +
    stroke("M-138-256L-168-22H168L138-256", seam, 3, stitch) +
    path("M-150-270H150Q150-150 0-128Q-150-150-150-270Z", b.lit(shade(b.main, -0.05))) +
    stroke("M-136-258Q-132-162 0-142Q132-162 136-258", seam, 3, stitch) +
    rect(-24, -168, 48, 56, 8, b.lit(materials.brass)) +
    circle(0, -142, 9, shade(materials.brass, -0.2))
  );
};

const satchel: Motif["draw"] = (b) =>
  stroke("M-176-230C-200-440 200-440 176-230", shade(b.main, -0.12), 14) +
  rect(-190, -260, 380, 260, 18, b.lit(shade(b.main, -0.03))) +
  path("M-196-282H196V-96Q196-74 170-74H-170Q-196-74-196-96Z", b.lit(b.main)) +
  stroke("M-182-266V-100Q-182-88-168-88H168Q182-88 182-100V-266", shade(b.main, 0.2), 3, stitch) +
  [-104, 104]
    .map(
      (x) =>
        rect(x - 20, -176, 40, 130, 5, b.lit(shade(b.main, -0.1))) +
        rect(x - 26, -96, 52, 36, 5, b.lit(materials.brass)),
    )
    .join("") +
  rect(-46, -308, 92, 24, 12, b.lit(shade(b.main, -0.1)));

const backpack: Motif["draw"] = (b) =>
  stroke("M-150-60C-200-120-196-200-150-250M150-60C200-120 196-200 150-250", shade(b.main, -0.2), 25) +
  stroke("M-36-400C-36-440 36-440 36-400", shade(b.main, -0.2), 15) +
  path("M-148-30V-270C-148-440 148-440 148-270V-30Q148 0 116 0H-116Q-148 0-148-30Z", b.lit(b.main)) +
  path("M-148-250C-148-430 148-430 148-250Q0-220-148-250Z", b.lit(shade(b.main, 0.05))) +
  rect(-104, -166, 208, 140, 22, b.lit(shade(b.main, -0.05))) +
  rect(-104, -166, 208, 34, 14, b.lit(b.second)) +
  rect(-18, -290, 36, 140, 5, b.lit(b.second)) +
  rect(-24, -196, 48, 30, 5, b.lit(materials.metal)) +
  stroke("M-124-250V-60", "#fff", 7, 'opacity=".18"') +
  ornament(b, 0, -74, 56, b.accent);

const belt: Motif["draw"] = (b) =>
  ring(0, 20, 150, b.lit(shade(b.main, -0.06)), 54) +
  ring(0, 20, 150, shade(b.main, 0.18), 2.5, "8 7") +
  ring(0, 20, 104, b.lit(b.main), 38) +
  ring(0, 20, 104, shade(b.main, 0.2), 2.5, "8 7") +
  rect(-20, -168, 240, 54, 26, b.lit(b.main)) +
  times(4, (at) => circle(100 + at * 30, -141, 6, shade(b.main, -0.3))) +
  rect(-64, -184, 88, 86, 14, "none", `stroke="${b.pick([materials.brass, "#a9aeae"])}" stroke-width="13"`) +
  stroke("M-20-141H30", materials.brass, 9);

const wallet: Motif["draw"] = (b) => {
  const open = b.chance(0.45);
  return open
    ? rect(-236, -150, 472, 300, 16, b.lit(b.main)) +
        stroke("M0-150V150", shade(b.main, -0.16), 6) +
        times(
          3,
          (at) =>
            rect(
              -214 + at * 4,
              -104 + at * 52,
              190,
              150 - at * 8,
              8,
              b.lit([b.second, materials.paper, b.accent][at]!),
            ) + rect(-226, -62 + at * 60, 216, 150 - at * 30, 6, b.lit(shade(b.main, 0.04 - at * 0.03))),
        ) +
        stroke("M-222-136H222V136H-222Z", shade(b.main, 0.18), 3, stitch) +
        rect(30, -110, 180, 220, 8, b.lit(shade(b.main, -0.05)))
    : group("translate(-20 -50) rotate(-12)", rect(-150, -150, 260, 160, 8, b.lit(b.second))) +
        rect(-190, -110, 380, 260, 20, b.lit(b.main)) +
        stroke("M-174-94H174V134H-174Z", shade(b.main, 0.18), 3, stitch) +
        path("M190-30H90Q60-30 60 0V40Q60 70 90 70H190Z", b.lit(shade(b.main, -0.07))) +
        circle(104, 20, 17, b.lit(materials.brass));
};

const slippers: Motif["draw"] = (b) => {
  const one = (x: number, turn: number) =>
    group(
      `translate(${x} 0) rotate(${turn})`,
      path(
        "M-80 60C-90 190-60 236 0 236S90 190 80 60C92-60 60-170 0-250C-60-170-92-60-80 60Z",
        b.lit(shade(b.main, 0.14)),
      ) +
        ellipse(0, 150, 56, 66, shade(b.main, 0.02)) +
        path("M-84 30C-90-80-56-170 0-256C56-170 90-80 84 30Q0 76-84 30Z", b.lit(b.main)) +
        stroke("M-72 24Q0 60 72 24", shade(b.main, 0.2), 3, stitch) +
        ornament(b, 0, -60, 74, b.second),
    );
  return one(-108, -7) + one(108, 8);
};

const boots: Motif["draw"] = (b) => {
  const sole = b.pick([materials.dark, "#8f6b48", "#e4d9c4"]);
  const one = (x: number, y: number, c: string) =>
    group(
      `translate(${x} ${y})`,
      path("M-110-330H30L40-190C70-150 170-140 194-84Q204-50 196-30H-116Q-130-150-110-330Z", b.lit(c)) +
        path("M-122-36H200Q214-20 204 4H-120Q-132-20-122-36Z", b.lit(sole)) +
        path("M-112-330H32L34-300H-114Z", b.lit(b.second)) +
        times(4, (at) => stroke(d`M${6 + at * 14} ${-272 + at * 40}l${44} ${-6}`, b.accent, 8)) +
        path("M110-130C170-120 196-90 196-34H120Q96-90 110-130Z", shade(c, -0.08), 'opacity=".6"') +
        stroke("M-92-290Q-104-160-96-60", "#fff", 6, 'opacity=".2"'),
    );
  return one(-50, -20, shade(b.main, -0.08)) + one(10, 0, b.main);
};

const pouf: Motif["draw"] = (b) => {
  const outline = "M-190-120C-200-220-110-246 0-246S200-220 190-120S110 0 0 0S-180-20-190-120Z";
  const seams = [-150, -80, 0, 80, 150]
    .map((x) => stroke(d`M${x * 0.5} -226Q${x * 1.3} -110 ${x * 0.7} -6`, shade(b.main, 0.18), 3, stitch))
    .join("");
  return (
    path(outline, b.lit(b.main)) +
    b.inside(outline, seams) +
    ellipse(0, -206, 136, 34, shade(b.main, 0.06)) +
    times(
      8,
      (at) =>
        `<g transform="translate(0 -206) scale(1 .27) rotate(${at * 45})">${path("M0 0L24-100L0-124L-24-100Z", at % 2 ? b.second : b.accent)}</g>`,
    ) +
    shine("M-160-140Q-166-190-130-206", 9, 0.25)
  );
};

const keyring: Motif["draw"] = (b) =>
  ring(0, -150, 66, materials.brass, 15) +
  group(
    "translate(-50 -90) rotate(18)",
    rect(-42, 0, 84, 270, 24, b.lit(b.main)) +
      stroke("M-28 22V240Q-28 256-12 256H12Q28 256 28 240V22", shade(b.main, 0.2), 3, stitch) +
      circle(0, 28, 13, materials.brass),
  ) +
  group(
    "translate(60 -96) rotate(-24)",
    ring(0, 44, 38, "#a9aeae", 17) +
      rect(-11, 78, 22, 160, 4, b.lit("#b4b9ba")) +
      rect(8, 176, 32, 16, 3, "#a9aeae") +
      rect(8, 208, 24, 16, 3, "#a9aeae"),
  );

const roll: Motif["draw"] = (b) =>
  rect(-230, -150, 460, 330, 14, b.lit(b.main)) +
  stroke("M-214-134H214V164H-214Z", shade(b.main, 0.2), 3, stitch) +
  times(5, (at) =>
    rect(
      -182 + at * 78,
      -120 + (at % 2) * 16,
      26,
      210,
      10,
      b.lit([b.second, "#b4b9ba", b.accent, materials.wood, b.second][at]!),
    ),
  ) +
  rect(-230, 10, 460, 170, 12, b.lit(shade(b.main, -0.05))) +
  times(4, (at) => stroke(d`M${-130 + at * 78} 16V164`, shade(b.main, 0.16), 3, stitch));

export const leather = {
  handbag: stand(175, handbag),
  satchel: stand(185, satchel),
  backpack: stand(140, backpack),
  belt: lay(belt),
  wallet: lay(wallet),
  slippers: lay(slippers),
  boots: stand(170, boots),
  pouf: stand(150, pouf),
  keyring: lay(keyring),
  toolroll: lay(roll),
} satisfies Record<string, Motif>;
