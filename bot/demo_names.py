"""What the sandbox's invented units, people and kinds are called in English."""

from texts.languages import Code

_KINDS = {"委员会": "committee", "学校": "school", "支部": "branch"}
_UNITS = {
    "江畔区教育局党委": "Riverside Education Committee",
    "青石小学": "Bluestone Primary School",
    "云桥中学": "Cloud Bridge Middle School",
    "南坡小学": "South Hill Primary School",
    "白鹭中学": "Egret Middle School",
    "东湾幼儿园": "East Bay Kindergarten",
    "松林学校": "Pinewood School",
    "青石小学第一支部": "Bluestone First Branch",
    "青石小学第二支部": "Bluestone Second Branch",
    "云桥中学教学支部": "Cloud Bridge Teaching Branch",
    "云桥中学行政支部": "Cloud Bridge Office Branch",
    "南坡小学支部": "South Hill Branch",
    "白鹭中学支部": "Egret Branch",
    "东湾幼儿园支部": "East Bay Branch",
    "松林学校支部": "Pinewood Branch",
}
_PEOPLE = {
    "周敏": "Zhou Min",
    "何静": "He Jing",
    "罗岩": "Luo Yan",
    "林岚": "Lin Lan",
    "宋原": "Song Yuan",
    "魏舟": "Wei Zhou",
    "唐溪": "Tang Xi",
    "沈禾": "Shen He",
    "许棠": "Xu Tang",
    "韩朗": "Han Lang",
    "陈帆": "Chen Fan",
    "邓苇": "Deng Wei",
    "冯越": "Feng Yue",
    "袁澈": "Yuan Che",
    "蒋莘": "Jiang Shen",
    "潘溯": "Pan Su",
    "杜若川": "Du Ruochuan",
    "姚青禾": "Yao Qinghe",
    "叶知远": "Ye Zhiyuan",
    "王渡": "Wang Du",
    "程可": "Cheng Ke",
    "苏叶": "Su Ye",
    "丁晓舟": "Ding Xiaozhou",
    "吕望": "Lu Wang",
    "任远山": "Ren Yuanshan",
    "顾盼": "Gu Pan",
    "孟辰": "Meng Chen",
    "方砚": "Fang Yan",
    "石磊": "Shi Lei",
    "龙吟": "Long Yin",
    "万木": "Wan Mu",
    "段青": "Duan Qing",
    "雷鸣岸": "Lei Mingan",
    "侯羽": "Hou Yu",
    "邵南": "Shao Nan",
    "孔亮": "Kong Liang",
    "白帆": "Bai Fan",
    "崔嵬": "Cui Wei",
    "康宁": "Kang Ning",
    "毛竹": "Mao Zhu",
    "邱实": "Qiu Shi",
}
_IN_ENGLISH = _KINDS | _UNITS | _PEOPLE


def called(name: str, language: Code) -> str:
    """The name in the language that the sandbox's people speak; raises KeyError without one."""
    return _IN_ENGLISH[name] if language == "en" else name
